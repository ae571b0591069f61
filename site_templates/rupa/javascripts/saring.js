/* Filters of a table: for every head marked data-saring a choice of what its column holds. Without this script all rows
 * are there. What a cell is chosen by stands in its first element marked data-pilih, else it is all its text. */

for (const tabel of document.querySelectorAll("table:has(th[data-saring])")) pasang(tabel);

function unsur(nama, kelas, teks) {
  const baru = document.createElement(nama);
  if (kelas) baru.className = kelas;
  if (teks) baru.textContent = teks;
  return baru;
}

function isi(sel) {
  return (sel.querySelector("[data-pilih]") ?? sel).textContent.replace(/\s+/g, " ").trim();
}

function pilihan(tabel, kepala, nomor) {
  const wadah = unsur("p");
  const label = unsur("label", "", kepala.dataset.saring);
  const pilih = unsur("select");
  pilih.id = `${tabel.caption.id}-saring-${nomor}`;
  label.htmlFor = pilih.id;
  pilih.dataset.kolom = kepala.cellIndex;
  pilih.add(new Option("Semua", ""));
  const ada = new Set(Array.from(tabel.tBodies[0].rows, (baris) => isi(baris.cells[kepala.cellIndex])));
  for (const teks of [...ada].sort((a, b) => a.localeCompare(b, "id"))) pilih.add(new Option(teks));
  wadah.append(label, pilih);
  return wadah;
}

function pasang(tabel) {
  const formulir = unsur("form", "sk-saring");
  formulir.setAttribute("aria-label", "Saring tabel");
  const hasil = unsur("output", "sk-kecil");
  formulir.append(...Array.from(tabel.tHead.querySelectorAll("th[data-saring]"), (th, n) => pilihan(tabel, th, n)), hasil);
  const saringan = Array.from(formulir.querySelectorAll("select"));
  const terapkan = () => {
    let tampak = 0;
    for (const baris of tabel.tBodies[0].rows) {
      baris.hidden = saringan.some((s) => s.value && isi(baris.cells[Number(s.dataset.kolom)]) !== s.value);
      if (!baris.hidden) tampak += 1;
    }
    hasil.textContent = `${tampak} dari ${tabel.tBodies[0].rows.length} baris`;
  };
  formulir.addEventListener("change", terapkan);
  formulir.addEventListener("submit", (peristiwa) => peristiwa.preventDefault());
  terapkan();
  tabel.closest(".sk-gulir").before(formulir);
}
