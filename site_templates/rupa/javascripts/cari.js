/* The page of the search. Nothing is fetched before somebody searches; every word from the index is set as text. */

const SEKALI = 10;
const JEDA = 200;

const akar = new URL("../", import.meta.url);
const formulir = document.querySelector("[data-cari]");
const status = document.querySelector("[data-cari-status]");
const daftar = document.querySelector("[data-cari-hasil]");
const lagi = document.querySelector("[data-cari-lagi]");
const kata = formulir.elements.kata;
const saringan = ["jenis", "unit", "tahun"].map((nama) => formulir.elements[nama]);

let pekerja = null;
let nomor = 0;
let terlihat = 0;
let tunggu = 0;

function unsur(nama, kelas, teks) {
  const baru = document.createElement(nama);
  if (kelas) baru.className = kelas;
  if (teks) baru.textContent = teks;
  return baru;
}

/* Pagefind marks words with <mark> and writes < and > as entities; both are taken apart here, none is parsed. */
function cuplikan(teks) {
  const p = unsur("p", "sk-hasil-cuplikan");
  if (/^(<mark>)?\p{Ll}/u.test(teks)) p.append("… ");
  teks.split(/<\/?mark>/).forEach((bagian, urutan) => {
    const polos = bagian.replaceAll("&lt;", "<").replaceAll("&gt;", ">");
    p.append(urutan % 2 ? unsur("mark", "", polos) : polos);
  });
  if (!/[.!?](<\/mark>)?$/.test(teks)) p.append("\u00a0…");
  return p;
}

function butir({ alamat, judul, jenis, kode, unit, catatan, cuplikan: teks }) {
  const li = unsur("li", "sk-hasil-butir");
  const atas = unsur("p", "sk-hasil-atas");
  atas.append(unsur("span", "sk-lencana", jenis));
  if (kode) atas.append(" ", unsur("span", "sk-lencana", kode));
  if (unit) atas.append(" ", unit);
  const tautan = unsur("a", "", judul);
  tautan.href = new URL(alamat.replace(/^\//, ""), akar);
  const kepala = unsur("h3");
  kepala.append(tautan);
  li.append(atas, kepala);
  if (catatan) li.append(unsur("p", "sk-hasil-catatan", catatan));
  li.append(cuplikan(teks));
  return li;
}

function dipilih() {
  return saringan.filter((pilihan) => pilihan.value).map((pilihan) => `${pilihan.name}=${pilihan.value}`);
}

function kosongkan(teks) {
  daftar.replaceChildren();
  lagi.hidden = true;
  terlihat = 0;
  status.textContent = teks;
}

function minta() {
  if (!pekerja) {
    pekerja = new Worker(new URL("cari-pekerja.js", import.meta.url), { type: "module" });
    pekerja.addEventListener("message", ({ data }) => tampilkan(data));
    pekerja.addEventListener("error", () => tampilkan({ nomor, galat: "gagal" }));
  }
  pekerja.postMessage({
    nomor,
    kata: kata.value.trim(),
    saring: dipilih(),
    dari: terlihat,
    sampai: terlihat + SEKALI,
  });
}

function tampilkan({ nomor: milik, jumlah, hasil, galat }) {
  if (milik !== nomor) return; // something else was asked meanwhile
  formulir.removeAttribute("aria-busy");
  if (galat) {
    pekerja?.terminate(); // a module that failed to load is not asked for again by the same worker
    pekerja = null;
    kosongkan(
      galat === "tanpa-indeks"
        ? "Situs ini sedang dilihat tanpa indeks pencarian, seperti pada pratinjau. Bukalah dari daftar indikator."
        : "Pencarian tidak dapat dimuat. Periksa sambungan Anda, lalu tekan Cari sekali lagi.",
    );
    return;
  }
  const baru = hasil.map(butir);
  const lanjutan = terlihat > 0;
  daftar.append(...baru);
  terlihat += baru.length;
  lagi.hidden = terlihat >= jumlah;
  const dicari = kata.value.trim();
  const untuk = dicari ? ` untuk “${dicari}”` : "";
  const sebagian = jumlah > terlihat ? `, ${terlihat} ditampilkan` : "";
  status.textContent = jumlah
    ? `${jumlah} halaman ditemukan${untuk}${sebagian}.`
    : `Tidak ada yang ditemukan${untuk}. Coba kata yang lebih umum, atau hilangkan pilihan di atas.`;
  if (lanjutan) baru[0]?.querySelector("a").focus();
}

function cari() {
  clearTimeout(tunggu);
  nomor += 1;
  const alamat = new URL(location.href);
  for (const isian of [kata, ...saringan]) {
    const nilai = isian.value.trim();
    if (nilai) alamat.searchParams.set(isian.name, nilai);
    else alamat.searchParams.delete(isian.name);
  }
  history.replaceState(null, "", alamat);
  if (!kata.value.trim() && !dipilih().length) {
    formulir.removeAttribute("aria-busy");
    kosongkan("Belum ada yang dicari.");
    return;
  }
  daftar.replaceChildren();
  lagi.hidden = true;
  terlihat = 0;
  formulir.setAttribute("aria-busy", "true");
  status.textContent = "Mencari …";
  minta();
}

formulir.addEventListener("submit", (kejadian) => {
  kejadian.preventDefault();
  cari();
});
formulir.addEventListener("input", () => {
  clearTimeout(tunggu);
  tunggu = setTimeout(cari, JEDA);
});
lagi.addEventListener("click", () => {
  nomor += 1; // of two quick clicks the first answer is dropped, not shown twice
  minta();
});

const diminta = new URLSearchParams(location.search);
for (const isian of [kata, ...saringan]) isian.value ||= diminta.get(isian.name) ?? ""; // who typed already goes first
if (kata.value || dipilih().length) cari();
