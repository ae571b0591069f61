/* Searches off the page: Pagefind's WebAssembly may run here, where the strict policy of the page does not allow it. */

const indeks = new URL("../pagefind/", import.meta.url);
let pagefind = null;

async function muat() {
  const modul = await import(new URL("pagefind.js", indeks));
  await modul.options({
    baseUrl: "/",
    excerptLength: 26,
    ranking: { metaWeights: { kode: 10, title: 6, jenis: 0.1, unit: 0.3, catatan: 0.1, kunci: 0.1 } },
  });
  await modul.init();
  return modul;
}

/* A preview has no index; that is no failure. */
async function sebab() {
  const jawaban = await fetch(new URL("pagefind-entry.json", indeks)).catch(() => null);
  return jawaban?.status === 404 ? "tanpa-indeks" : "gagal";
}

function ringkas(halaman) {
  const { title, jenis, kode, unit, catatan } = halaman.meta;
  return { alamat: halaman.raw_url, judul: title, jenis, kode, unit, catatan, cuplikan: halaman.excerpt };
}

/* A whole kode is found by a word that no other kode begins with, so that S1 is not S10; see `pencarian.py`. */
function kunci(kata) {
  return `q${kata.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "")}q`;
}

async function temukan(modul, kata, filters) {
  const { results } = await modul.search(kata || null, { filters });
  if (!kata || !results.length) return results;
  const dicari = kunci(kata);
  const [mungkin] = (await modul.search(dicari, { filters })).results; // what comes close is found too, after it
  if (!mungkin || (await mungkin.data()).meta.kunci !== dicari) return results;
  return [mungkin, ...results.filter((satu) => satu.id !== mungkin.id)];
}

self.addEventListener("message", async ({ data: { nomor, kata, saring, dari, sampai } }) => {
  try {
    pagefind ??= muat();
    const modul = await pagefind;
    const filters = saring.length ? { saring } : {};
    const results = await temukan(modul, kata, filters);
    const halaman = await Promise.all(results.slice(dari, sampai).map((satu) => satu.data()));
    self.postMessage({ nomor, jumlah: results.length, hasil: halaman.map(ringkas) });
  } catch {
    self.postMessage({ nomor, galat: await sebab() });
  }
});
