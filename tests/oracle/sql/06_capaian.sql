-- Capaian of every row against each of its targets.

-- A Renstra runs to the last year for which it has a target.
CREATE TABLE renstra AS
SELECT versi, min(tahun::INT) AS awal, max(tahun::INT) AS akhir FROM target WHERE jenis = 'renstra' GROUP BY versi;

-- The Renstra that owns a year: of two the later one.
CREATE TABLE renstra_tahun AS
SELECT m.tahun::INT AS tahun, max_by(r.versi, (r.awal, r.versi)) AS versi, max_by(r.akhir, (r.awal, r.versi)) AS akhir
FROM metode AS m
JOIN renstra AS r ON m.tahun::INT BETWEEN r.awal AND r.akhir
GROUP BY ALL;

CREATE TABLE target_renstra AS
SELECT t.indikator, y.tahun, mikro(t.nilai) AS nilai, mikro(t.maks) AS maks, t.tanda
FROM renstra_tahun AS y
JOIN target AS t ON t.jenis = 'renstra' AND t.versi = y.versi AND t.tahun::INT = y.akhir
JOIN indikator AS i ON i.id = t.indikator
WHERE len(list_filter( -- a series that breaks in between is not on its way to that target
    string_split(coalesce(i.putus_seri, ''), ' '), lambda putus: try_cast(putus AS INT) BETWEEN y.tahun + 1 AND y.akhir
)) = 0;

-- The formula that the indikator asks for, else the year's for its polaritas.
CREATE TABLE formula AS
SELECT
    c.id,
    coalesce(i.formula_capaian, CASE i.polaritas
        WHEN 'naik' THEN m.formula_naik
        WHEN 'turun' THEN m.formula_turun
        WHEN 'stabil' THEN m.formula_stabil
        WHEN 'rentang' THEN m.formula_rentang
    END) AS formula
FROM capaian AS c
JOIN indikator AS i ON i.id = c.indikator
JOIN metode AS m USING (tahun);

-- One line for each figure that a target is compared with.
CREATE TABLE banding AS
WITH tuntas AS ( -- years of which nothing is missing
    SELECT b.id
    FROM baris AS b
    JOIN dasar AS d USING (id)
    WHERE b.jenis = 'tahunan' AND b.selesai
    GROUP BY b.id, b.banyak
    HAVING count(*) FILTER (d.ada) = b.banyak
),
patokan AS (
    SELECT id, 'capaian' AS kolom, target AS t, target_maks AS u, tanda FROM target_hitung
    UNION ALL
    SELECT id, 'capaian_tahun', pecahan(setahun, 1000000), pecahan(setahun_maks, 1000000), tanda_setahun
    FROM target_hitung
    UNION ALL
    SELECT b.id, 'kemajuan_renstra', pecahan(r.nilai, 1000000), pecahan(r.maks, 1000000), r.tanda
    FROM baris AS b
    JOIN target_renstra AS r USING (indikator, tahun)
    UNION ALL
    SELECT b.id, 'capaian_murni', pecahan(j.nilai, 1000000), pecahan(j.maks, 1000000), j.tanda
    FROM baris AS b
    JOIN janji AS j ON j.indikator = b.indikator AND j.tahun = b.tahun AND j.versi = 'murni'
    WHERE b.versi_pk <> 'murni'
)
SELECT
    b.id, s.kolom, b.tahun, f.formula, coalesce(s.tanda IN ('>', '<'), false) AS tegas, i.polaritas = 'turun' AS turun,
    -- what was stated was stated of the target of the period, and of no other
    CASE
        WHEN s.kolom NOT IN ('capaian', 'capaian_tahun') THEN NULL
        WHEN (s.t, s.u, s.tanda) IS NOT DISTINCT FROM (g.target, g.target_maks, g.tanda) THEN mikro(c.capaian_dinyatakan)
    END AS dinyatakan,
    -- all numbers on one scale, so that they are whole
    lcm(lcm(h.realisasi.q, s.t.q), lcm(coalesce(s.u.q, 1), 1000000)) AS kali,
    h.realisasi.p * (kali // h.realisasi.q) AS r,
    s.t.p * (kali // s.t.q) AS t,
    coalesce(s.u.p * (kali // s.u.q), s.t.p * (kali // s.t.q)) AS u,
    s.u IS NOT NULL AS berpita,
    mikro(i.baseline_nilai) * (kali // 1000000) AS b
FROM patokan AS s
JOIN baris AS b USING (id)
JOIN capaian AS c USING (id)
JOIN formula AS f USING (id)
JOIN indikator AS i ON i.id = b.indikator
JOIN realisasi_hitung AS h USING (id)
JOIN target_hitung AS g USING (id)
WHERE h.realisasi IS NOT NULL AND s.t IS NOT NULL
-- a limit for a sum is kept or not once all of it is told
AND (
    s.kolom = 'capaian' OR b.agregasi <> 'jumlah' OR NOT (i.polaritas = 'turun' OR f.formula = 'rentang_turun')
    OR b.id IN (SELECT id FROM tuntas)
);

-- In percent. For a target above zero these are the textbook's R/T, (2T-R)/T and T/R; below zero the first two change
-- places, which is what their signed form comes to.
CREATE MACRO bagian(r, t) AS pecahan(100 * r, t);
CREATE MACRO cermin(r, t) AS pecahan(100 * (2 * t - r), t);
CREATE MACRO terpenuhi(ya) AS pecahan(CASE WHEN ya THEN 100 ELSE 0 END, 1);
CREATE MACRO naik(r, t) AS CASE WHEN t > 0 THEN bagian(r, t) WHEN t < 0 THEN cermin(r, t) END;
CREATE MACRO turun_selisih(r, t) AS CASE
    WHEN t > 0 THEN cermin(r, t)
    WHEN t < 0 THEN bagian(r, t)
    ELSE terpenuhi(r <= 0)
END;
-- No fraction where r = 0 < t: better than any ratio can say.
CREATE MACRO turun_rasio(r, t) AS CASE
    WHEN t <= 0 OR r < 0 THEN turun_selisih(r, t)
    WHEN r > 0 THEN bagian(t, r)
END;
CREATE MACRO stabil_selisih(r, t) AS CASE
    WHEN t = 0 THEN terpenuhi(r = 0)
    WHEN r = t OR (r < t) = (t > 0) THEN bagian(r, t)
    ELSE cermin(r, t)
END;

CREATE TABLE capaian_hitung AS
WITH mentah AS (
    SELECT
        *,
        CASE
            WHEN formula IN ('naik', 'tahapan', 'predikat') THEN naik(r, t)
            WHEN formula = 'turun_selisih' THEN turun_selisih(r, t)
            WHEN formula = 'turun_rasio' THEN turun_rasio(r, t)
            WHEN formula IN ('rentang', 'rentang_turun') AND r BETWEEN t AND u THEN pecahan(100, 1)
            WHEN formula = 'rentang' THEN naik(r, CASE WHEN r > u THEN u ELSE t END)
            WHEN formula = 'rentang_turun' THEN turun_selisih(r, CASE WHEN r > u THEN u ELSE t END)
            WHEN formula = 'stabil_selisih' THEN stabil_selisih(r, t)
            WHEN formula = 'stabil_rasio' AND (t <= 0 OR r < 0) THEN stabil_selisih(r, t)
            WHEN formula = 'stabil_rasio' THEN CASE WHEN r < t THEN naik(r, t) ELSE turun_rasio(r, t) END
            WHEN formula = 'lintasan' AND t <> b THEN pecahan(100 * (r - b), t - b)
            WHEN formula = 'biner' AND berpita THEN terpenuhi(r BETWEEN t AND u)
            WHEN formula = 'biner' THEN terpenuhi((turun AND r < t) OR (NOT turun AND r > t) OR (r = t AND NOT tegas))
            WHEN formula = 'tanggal' THEN terpenuhi(r <= t)
            WHEN formula = 'manual' THEN pecahan(dinyatakan, 1000000)
        END AS persen,
        formula = 'turun_rasio' AND r = 0 AND t > 0 AS tak_terbatas
    FROM banding
),
bernilai AS (
    SELECT
        h.*,
        mikro(m.lantai) AS lantai,
        mikro(m.batas_agregat) AS batas,
        besaran_pecahan(h.persen) AS mentah
    FROM mentah AS h
    JOIN metode AS m ON m.tahun::INT = h.tahun
    WHERE h.persen IS NOT NULL OR h.tak_terbatas
)
SELECT
    id, kolom, tahun, mentah,
    CASE
        WHEN tak_terbatas THEN besaran_mikro(coalesce(batas, 200000000))
        WHEN mentah < besaran_mikro(lantai) THEN besaran_mikro(lantai)
        ELSE mentah
    END AS capaian,
    CASE WHEN capaian > besaran_mikro(batas) THEN besaran_mikro(batas) ELSE capaian END AS agregat,
    tak_terbatas
        OR (mentah >= besaran(100000000, 0) AND NOT (tegas AND r = t)) AS tercapai
FROM bernilai;
