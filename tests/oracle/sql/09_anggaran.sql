-- Money: sums of the sub kegiatan, what is left, the share of the pagu that was spent, and how far capaian is ahead of it
-- in a whole year that has ended.

CREATE TABLE uang AS
WITH daun AS (
    SELECT a.periode, a.kode, mikro(a.pagu_murni) AS pagu_murni, mikro(a.pagu) AS pagu, mikro(a.realisasi) AS realisasi
    FROM anggaran AS a
    JOIN program AS p USING (kode, tahun)
    WHERE p.tingkat = 'sub_kegiatan'
),
jumlah AS (
    SELECT
        a.id, a.periode, any_value(p.tingkat) AS tingkat, any_value(a.kode) AS kode,
        any_value(segmen_periode(a.data_sampai)) AS data_sampai,
        coalesce(sum(d.pagu_murni), 0) AS pagu_murni,
        coalesce(sum(d.pagu), 0) AS pagu,
        -- what was not reported of a pagu is not zero
        CASE WHEN bool_and(d.realisasi IS NOT NULL OR d.pagu = 0) THEN sum(d.realisasi) END AS realisasi
    FROM anggaran AS a
    LEFT JOIN program AS p USING (kode, tahun)
    LEFT JOIN daun AS d
        ON d.periode = a.periode AND (a.kode IS NULL OR d.kode = a.kode OR starts_with(d.kode, a.kode || '.'))
    GROUP BY a.id, a.periode
)
SELECT
    j.id, j.pagu_murni, j.pagu, j.realisasi, j.pagu - j.realisasi AS sisa,
    CASE WHEN j.pagu > 0 THEN besaran_pecahan(pecahan(100 * j.realisasi, j.pagu)) END AS serapan,
    k.capaian, coalesce(k.ada, 0) AS ada, coalesce(k.dari, 0) AS dari, j.kode,
    -- both of the whole year
    p.setahun AND coalesce(s.akhir = 12, false) AS setahun
FROM jumlah AS j
LEFT JOIN segmen AS s ON s.segmen = j.data_sampai
LEFT JOIN kelompok_hitung AS k ON k.jenis = j.tingkat AND k.kode = j.kode AND k.periode = j.periode
LEFT JOIN (SELECT DISTINCT periode, jenis = 'tahunan' AND selesai AS setahun FROM periode) AS p ON p.periode = j.periode;

CREATE TABLE anggaran_hitung AS
SELECT *, rapikan(selisih_bersisa) AS selisih
FROM (SELECT *, CASE WHEN setahun THEN kurang(capaian, serapan) END AS selisih_bersisa FROM uang);
