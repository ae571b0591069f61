-- Realisasi of every period from the reported rows, as exact fractions.

-- A rumus of the shape `x / y * 100` is computed from its komponen; of any other shape the reported nilai is taken.
CREATE TABLE rumus AS
SELECT id AS indikator, bagian.atas, bagian.bawah, bagian.kali::HUGEINT AS kali
FROM (
    SELECT id, regexp_extract(rumus, '^([a-z]\w*) / ([a-z]\w*) \* (\d+)$', ['atas', 'bawah', 'kali']) AS bagian
    FROM indikator
)
WHERE bagian.atas <> '';

CREATE TABLE laporan AS
SELECT
    r.indikator,
    r.tahun::INT AS tahun,
    segmen_periode(r.periode) AS segmen,
    CASE WHEN u.indikator IS NULL THEN mikro(r.nilai) ELSE u.kali * mikro(x.nilai) END AS p,
    CASE WHEN u.indikator IS NULL THEN 1000000 ELSE mikro(y.nilai) END AS q,
    mikro(x.nilai) AS atas,
    mikro(y.nilai) AS bawah
FROM realisasi AS r
LEFT JOIN rumus AS u USING (indikator)
LEFT JOIN komponen AS x
    ON x.indikator = r.indikator AND x.periode = r.periode AND x.komponen = u.atas AND x.asal = 'dilaporkan'
LEFT JOIN komponen AS y
    ON y.indikator = r.indikator AND y.periode = r.periode AND y.komponen = u.bawah AND y.asal = 'dilaporkan'
WHERE r.nilai IS NOT NULL;

-- The rows of capaian.csv that an indikator has: periods no shorter than those it reports.
CREATE TABLE baris AS
SELECT
    c.id, c.indikator, c.tahun::INT AS tahun, c.versi_pk, p.segmen, p.jenis, p.awal, p.akhir, p.selesai,
    i.frekuensi, i.agregasi, i.mode_target, n.banyak
FROM capaian AS c
JOIN periode AS p USING (periode)
JOIN indikator AS i ON i.id = c.indikator
JOIN banyak_segmen AS n ON n.frekuensi = i.frekuensi
WHERE p.jenis = 'tahunan' OR p.banyak <= n.banyak;

-- Each of them beside the reported periods of its year up to its end.
CREATE TABLE dasar AS
SELECT
    b.id, b.indikator, b.tahun, s.segmen, s.akhir,
    s.awal >= b.awal AS di_dalam,
    coalesce(e.selesai, false) AS selesai,
    l.p, l.q, l.atas, l.bawah,
    l.p IS NOT NULL AS ada,
    r.id IS NOT NULL AS disampaikan
FROM baris AS b
JOIN segmen AS s ON s.frekuensi = b.frekuensi AND s.akhir <= b.akhir
LEFT JOIN periode AS e ON e.tahun::INT = b.tahun AND e.segmen = s.segmen
LEFT JOIN laporan AS l ON l.indikator = b.indikator AND l.tahun = b.tahun AND l.segmen = s.segmen
LEFT JOIN realisasi AS r ON r.id = b.indikator || ':' || b.tahun || CASE s.segmen WHEN 'tahunan' THEN '' ELSE '-' || s.segmen END;

-- Values in order of size; fractions that differ at all differ here.
CREATE MACRO urutan(p, q) AS CASE WHEN q = 1000000 THEN p * 1000000000 ELSE bagi_bawah(p * 1000000000000000, q) END;

CREATE TABLE realisasi_hitung AS
WITH kumpulan AS (
    SELECT
        id,
        bool_or(di_dalam) AS ada,
        sum(p) AS jumlah,
        sum(p) FILTER (di_dalam) AS jumlah_di_dalam,
        count(*) FILTER (di_dalam) AS banyak_di_dalam,
        bool_and(q = 1000000) AS polos,
        sum(atas) FILTER (di_dalam) AS jumlah_atas,
        sum(bawah) FILTER (di_dalam) AS jumlah_bawah,
        arg_max(pecahan(p, q), akhir) FILTER (di_dalam) AS terakhir,
        arg_max(pecahan(p, q), urutan(p, q)) AS maks,
        arg_max(pecahan(p, q), urutan(p, q)) FILTER (di_dalam) AS maks_di_dalam,
        arg_min(pecahan(p, q), urutan(p, q)) AS min,
        arg_min(pecahan(p, q), urutan(p, q)) FILTER (di_dalam) AS min_di_dalam
    FROM dasar
    WHERE ada
    GROUP BY id
)
SELECT
    id,
    CASE
        WHEN agregasi IN ('jumlah', 'rerata') AND NOT polos THEN pecahan(tolak('a sum of fractions', id), 1)
        WHEN agregasi = 'jumlah' THEN pecahan(jumlah, 1000000)
        WHEN agregasi = 'rerata' THEN pecahan(jumlah_di_dalam, banyak_di_dalam * 1000000)
        WHEN agregasi = 'rasio' AND jumlah_bawah <> 0 THEN pecahan(kali * jumlah_atas, jumlah_bawah)
        WHEN agregasi = 'terakhir' THEN terakhir
        WHEN agregasi = 'maks' THEN maks
        WHEN agregasi = 'min' THEN min
    END AS realisasi,
    CASE agregasi
        WHEN 'jumlah' THEN pecahan(jumlah_di_dalam, 1000000)
        WHEN 'maks' THEN maks_di_dalam
        WHEN 'min' THEN min_di_dalam
        ELSE realisasi
    END AS realisasi_periode
FROM baris
JOIN kumpulan USING (id)
LEFT JOIN rumus USING (indikator)
WHERE ada;
