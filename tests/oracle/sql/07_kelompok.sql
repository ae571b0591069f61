-- Sasaran, tujuan, program, kegiatan and sub kegiatan from the capaian_agregat of their own indikator; the perangkat
-- daerah from its sasaran or from all IKU. A mean is of what is measured; a weighted one of what has a weight.

CREATE TABLE nilai_anggota AS
SELECT
    a.tahun::INT AS tahun, p.periode, a.jenis, a.kode,
    mikro(a.bobot) AS bobot,
    h.agregat AS nilai, h.tercapai
FROM anggota AS a
JOIN periode AS p USING (tahun)
LEFT JOIN capaian_hitung AS h ON h.id = a.anggota || ':' || p.periode AND h.kolom = 'capaian'
LEFT JOIN capaian AS c ON c.id = a.anggota || ':' || p.periode
WHERE a.jenis <> 'perangkat_daerah'
    AND c.terhitung IS DISTINCT FROM 'tidak'; -- what only a later Perjanjian Kinerja promises is no member yet

CREATE MACRO rerata(nama) AS TABLE
SELECT
    tahun, periode, jenis, kode,
    count(nilai) AS ada,
    count(*) AS dari,
    count(*) FILTER (tercapai) AS tercapai,
    rata(sum(nilai.utuh), sum(nilai.sisa), count(nilai)) AS rerata,
    rata(sum(bobot * nilai.utuh), sum(bobot * nilai.sisa), sum(bobot) FILTER (nilai IS NOT NULL)) AS berbobot,
    CASE
        WHEN bool_or(nilai.utuh < 0) THEN NULL
        WHEN bool_or(nilai = besaran(0, 0)) THEN besaran(0, 0)
        WHEN count(nilai) = 1 THEN any_value(nilai)
        ELSE besaran_ganda(exp(avg(ln(ganda(nilai))) FILTER (nilai > besaran(0, 0))))
    END AS geometrik
FROM query_table(nama)
GROUP BY ALL;

CREATE TABLE kelompok AS
SELECT
    k.*,
    CASE
        WHEN k.jenis NOT IN ('sasaran', 'tujuan') THEN rerata
        WHEN m.agregasi_sasaran = 'rerata' THEN rerata
        WHEN m.agregasi_sasaran = 'berbobot' THEN berbobot
        WHEN m.agregasi_sasaran = 'geometrik' THEN geometrik
    END AS nilai
FROM rerata('nilai_anggota') AS k
JOIN metode AS m ON m.tahun::INT = k.tahun;

CREATE TABLE nilai_sasaran AS
SELECT
    k.tahun, k.periode, a.jenis, a.kode,
    mikro(a.bobot) AS bobot,
    k.nilai, k.ada, k.dari, k.tercapai AS banyak_tercapai, NULL::BOOLEAN AS tercapai
FROM anggota AS a
JOIN kelompok AS k ON k.tahun = a.tahun::INT AND k.jenis = 'sasaran' AND k.kode = a.anggota
WHERE a.jenis = 'perangkat_daerah';

-- A group has a capaian when all its indikator are measured, the perangkat daerah when enough of them are.
CREATE TABLE kelompok_hitung AS
SELECT tahun, periode, jenis, kode, ada, dari, tercapai, CASE WHEN ada = dari THEN rapikan(nilai) END AS capaian
FROM kelompok
UNION ALL
SELECT
    s.tahun, s.periode, s.jenis, s.kode, w.ada, w.dari, w.tercapai, -- of all IKU, or of those in its sasaran
    CASE WHEN w.ada * 100000000 >= w.dari * mikro(m.ambang_kelengkapan) AND w.dari > 0 THEN rapikan(
        CASE m.agregasi_perangkat_daerah
            WHEN 'rerata_sasaran' THEN s.rerata
            WHEN 'berbobot' THEN s.berbobot
            WHEN 'geometrik' THEN s.geometrik
            WHEN 'rerata_iku' THEN i.rerata
        END
    ) END
FROM rerata('nilai_sasaran') AS s
JOIN metode AS m ON m.tahun::INT = s.tahun
JOIN (
    SELECT periode, FALSE AS dari_iku, sum(ada) AS ada, sum(dari) AS dari, sum(banyak_tercapai) AS tercapai
    FROM nilai_sasaran
    GROUP BY periode
    UNION ALL
    SELECT DISTINCT s.periode, TRUE, coalesce(k.ada, 0), coalesce(k.dari, 0), coalesce(k.tercapai, 0)
    FROM nilai_sasaran AS s
    LEFT JOIN kelompok AS k ON k.jenis = 'iku' AND k.periode = s.periode
) AS w ON w.periode = s.periode AND w.dari_iku = (m.agregasi_perangkat_daerah = 'rerata_iku')
LEFT JOIN kelompok AS i ON i.jenis = 'iku' AND i.periode = s.periode;
