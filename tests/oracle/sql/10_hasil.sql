-- Every figure that was computed: table, key, column, and the text as it is printed.

-- In the satuan of an indikator with six decimals, in percent with two.
CREATE TABLE angka_hasil AS
SELECT 'capaian' AS tabel, id, 'realisasi' AS kolom, 6 AS desimal, besaran_pecahan(realisasi) AS nilai
FROM realisasi_hitung
UNION ALL
SELECT 'capaian', id, 'realisasi_periode', 6, besaran_pecahan(realisasi_periode) FROM realisasi_hitung
UNION ALL
SELECT 'capaian', id, 'target', 6, besaran_pecahan(target) FROM target_hitung
UNION ALL
SELECT 'capaian', id, 'target_maks', 6, besaran_pecahan(target_maks) FROM target_hitung
UNION ALL
SELECT 'capaian', c.id, 'target_tahun', 6, besaran_mikro(j.nilai)
FROM capaian AS c
JOIN janji AS j ON j.indikator = c.indikator AND j.tahun = c.tahun::INT AND j.versi = c.versi_pk
UNION ALL
SELECT 'capaian', c.id, 'target_tahun_maks', 6, besaran_mikro(j.maks)
FROM capaian AS c
JOIN janji AS j ON j.indikator = c.indikator AND j.tahun = c.tahun::INT AND j.versi = c.versi_pk
UNION ALL
SELECT 'capaian', id, 'capaian_mentah', 2, mentah FROM capaian_hitung WHERE kolom = 'capaian'
UNION ALL
SELECT 'capaian', id, 'capaian_agregat', 2, agregat FROM capaian_hitung WHERE kolom = 'capaian'
UNION ALL
SELECT 'capaian', id, kolom, 2, capaian FROM capaian_hitung
UNION ALL
SELECT tabel, id, 'capaian', 2, capaian FROM kelompok_terbit
UNION ALL
SELECT 'anggaran', id, 'serapan', 2, serapan FROM anggaran_hitung
UNION ALL
SELECT 'anggaran', id, 'capaian', 2, capaian FROM anggaran_hitung
UNION ALL
SELECT 'anggaran', id, 'selisih', 2, selisih FROM anggaran_hitung;

CREATE TABLE hasil AS
SELECT tabel, id, kolom, cetak(n, CASE desimal WHEN 6 THEN 1000000 ELSE 100 END, desimal) AS teks
FROM (
    SELECT tabel, id, kolom, desimal, setengah_ke_atas(nilai, CASE desimal WHEN 6 THEN 1 ELSE 10000 END) AS n
    FROM angka_hasil
    WHERE nilai IS NOT NULL
)
UNION ALL
-- what is no number, and whole rupiah
SELECT 'capaian', id, 'formula', formula FROM formula
UNION ALL
-- an indikator that is not reported in a period says the sign of its year
SELECT 'capaian', c.id, 'target_tanda', CASE WHEN p.id IS NULL THEN y.tanda_setahun ELSE p.tanda END
FROM capaian AS c
JOIN target_hitung AS y ON y.id = c.indikator || ':' || c.tahun
LEFT JOIN target_hitung AS p ON p.id = c.id
UNION ALL
SELECT 'capaian', id, 'tercapai', CASE WHEN tercapai THEN 'ya' ELSE 'tidak' END
FROM capaian_hitung
WHERE kolom = 'capaian'
UNION ALL
SELECT 'capaian', h.id, 'kategori', k.kategori
FROM capaian_hitung AS h
JOIN kategori_hitung AS k USING (id)
WHERE h.kolom = 'capaian'
UNION ALL
FROM (
    UNPIVOT (
        SELECT tabel, id, ada::VARCHAR AS terukur_ada, dari::VARCHAR AS terukur_dari, tercapai::VARCHAR AS tercapai, kategori
        FROM kelompok_terbit
    ) ON terukur_ada, terukur_dari, tercapai, kategori INTO NAME kolom VALUE teks
)
UNION ALL
FROM (
    UNPIVOT (
        SELECT
            'anggaran' AS tabel, id,
            (pagu_murni // 1000000)::VARCHAR AS pagu_murni,
            (pagu // 1000000)::VARCHAR AS pagu,
            (realisasi // 1000000)::VARCHAR AS realisasi,
            (sisa // 1000000)::VARCHAR AS sisa,
            CASE WHEN kode IS NOT NULL THEN ada::VARCHAR END AS terukur_ada,
            CASE WHEN kode IS NOT NULL THEN dari::VARCHAR END AS terukur_dari
        FROM anggaran_hitung
    ) ON pagu_murni, pagu, realisasi, sisa, terukur_ada, terukur_dari INTO NAME kolom VALUE teks
);

DELETE FROM hasil WHERE teks IS NULL;
