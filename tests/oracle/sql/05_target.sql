-- The target that the realisasi of a period is compared with, as exact fractions, and the sign it was written with. A
-- band has two sides, `nilai` and `maks`; both follow the same rule.

CREATE TABLE janji AS
SELECT indikator, tahun::INT AS tahun, versi, mikro(nilai) AS nilai, mikro(maks) AS maks, tanda
FROM target
WHERE jenis = 'perjanjian_kinerja';

CREATE TABLE rencana AS
SELECT
    indikator, tahun::INT AS tahun, segmen_periode(periode) AS segmen, mikro(nilai) AS nilai, mikro(maks) AS maks, tanda
FROM target
WHERE jenis = 'rencana_aksi';

-- Which reported periods count: those with a figure; of a period without any, all that were planned by its end.
CREATE TABLE dasar_target AS
SELECT
    d.* EXCLUDE (p, q, atas, bawah),
    row_number() OVER urut = 1 AS pertama,
    lag(d.segmen) OVER urut AS sebelumnya,
    d.ada OR NOT bool_or(d.ada AND d.di_dalam) OVER seluruh AS dihitung,
    -- the last report of the period is still to come and not yet late
    getvariable('per_tanggal') <= c.jatuh_tempo
    AND NOT first_value(d.disampaikan) OVER (PARTITION BY d.id ORDER BY d.akhir DESC) AS ditunggu
FROM dasar AS d
JOIN capaian AS c USING (id)
WINDOW urut AS (PARTITION BY d.id ORDER BY d.akhir), seluruh AS (PARTITION BY d.id);

-- A year is measured by its PK once it is told to its end: ended, no report of it still to come in time, and of a sum
-- none missing. What is reported once a year is always measured so.
CREATE TABLE menurut_pk AS
SELECT
    b.id,
    b.frekuensi = 'tahunan' OR (
        b.jenis = 'tahunan' AND b.selesai
        AND (b.agregasi <> 'jumlah' OR count(*) FILTER (d.dihitung) = b.banyak)
        AND NOT bool_or(d.ditunggu)
    ) AS menurut_pk
FROM baris AS b
JOIN dasar_target AS d USING (id)
GROUP BY b.id, b.frekuensi, b.jenis, b.selesai, b.agregasi, b.banyak;

CREATE TABLE target_rencana AS
WITH rincian AS (
    SELECT
        d.*, s.sisi, r.tanda,
        CASE s.sisi WHEN 'nilai' THEN r.nilai ELSE r.maks END AS nilai,
        -- what was planned before: nothing until something is
        CASE
            WHEN count(r.nilai) OVER (PARTITION BY d.id, s.sisi ORDER BY d.akhir
                ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) = 0 THEN 0::HUGEINT
            WHEN s.sisi = 'nilai' THEN r0.nilai
            ELSE r0.maks
        END AS awal,
        -- where a run of counted periods begins and ends; without a cumulative plan each is a run of its own
        b.mode_target = 'per_periode' OR NOT coalesce(lag(d.dihitung) OVER sisinya, false) AS membuka,
        b.mode_target = 'per_periode' OR NOT coalesce(lead(d.dihitung) OVER sisinya, false) AS menutup,
        b.mode_target = 'kumulatif' AS kumulatif,
        -- the position: at the end of the period; of a year, and of what is not told yet, at its latest figure
        d.selesai AND (d.dihitung OR NOT (b.jenis = 'tahunan' OR d.ditunggu)) AS dilihat
    FROM dasar_target AS d
    JOIN baris AS b USING (id)
    CROSS JOIN (VALUES ('nilai'), ('maks')) AS s(sisi)
    LEFT JOIN rencana AS r ON r.indikator = d.indikator AND r.tahun = d.tahun AND r.segmen = d.segmen
    LEFT JOIN rencana AS r0 ON r0.indikator = d.indikator AND r0.tahun = d.tahun AND r0.segmen = d.sebelumnya
    WINDOW sisinya AS (PARTITION BY d.id, s.sisi ORDER BY d.akhir)
),
kumpulan AS (
    SELECT
        id, sisi,
        -- what a cumulative series grows by over each run; one gap at its ends and there is no sum
        CASE WHEN bool_and((NOT menutup OR nilai IS NOT NULL) AND (NOT (membuka AND kumulatif) OR awal IS NOT NULL))
                FILTER (dihitung)
            THEN pecahan(sum(
                CASE WHEN menutup THEN nilai ELSE 0 END - CASE WHEN membuka AND kumulatif THEN awal ELSE 0 END
            ) FILTER (dihitung), 1000000) END AS jumlah,
        CASE WHEN bool_and(nilai IS NOT NULL) FILTER (dihitung AND di_dalam)
            THEN pecahan(sum(nilai) FILTER (dihitung AND di_dalam), 1000000 * count(*) FILTER (dihitung AND di_dalam))
        END AS rerata,
        max_by(struct_pack(nilai := nilai), akhir) FILTER (dilihat) AS pada_akhir,
        -- the sign of the last target that was stated by then
        max(akhir) FILTER (dilihat) AS sampai
    FROM rincian
    GROUP BY id, sisi
)
SELECT
    k.id, k.sisi,
    CASE b.agregasi
        WHEN 'jumlah' THEN k.jumlah
        WHEN 'rerata' THEN k.rerata
        ELSE pecahan(k.pada_akhir.nilai, 1000000)
    END AS target,
    (
        SELECT max_by(struct_pack(tanda := r.tanda), r.akhir)
        FROM rincian AS r
        WHERE r.id = k.id AND r.sisi = 'nilai' AND r.nilai IS NOT NULL AND r.akhir <= k.sampai
    ).tanda AS tanda
FROM kumpulan AS k
JOIN baris AS b USING (id);

CREATE TABLE target_hitung AS
SELECT
    b.id, s.nilai AS target, s.maks AS target_maks,
    -- a plan that says only a number takes the sign of the PK
    coalesce(CASE WHEN s.nilai IS NOT NULL THEN s.tanda END, j.tanda) AS tanda,
    j.nilai AS setahun, j.maks AS setahun_maks, j.tanda AS tanda_setahun
FROM baris AS b
LEFT JOIN janji AS j ON j.indikator = b.indikator AND j.tahun = b.tahun AND j.versi = b.versi_pk
JOIN (
    SELECT id, pecahan(j.nilai, 1000000) AS nilai, pecahan(j.maks, 1000000) AS maks, j.tanda AS tanda
    FROM menurut_pk JOIN baris AS b USING (id)
    LEFT JOIN janji AS j ON j.indikator = b.indikator AND j.tahun = b.tahun AND j.versi = b.versi_pk
    WHERE menurut_pk
    UNION ALL
    SELECT id, n.target, m.target, n.tanda
    FROM menurut_pk JOIN target_rencana AS n USING (id) JOIN target_rencana AS m USING (id)
    WHERE NOT menurut_pk AND n.sisi = 'nilai' AND m.sisi = 'maks'
) AS s USING (id);
