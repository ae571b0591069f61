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
    d.ada OR NOT bool_or(d.ada AND d.di_dalam) OVER seluruh AS dihitung
FROM dasar AS d
WINDOW urut AS (PARTITION BY d.id ORDER BY d.akhir), seluruh AS (PARTITION BY d.id);

-- A year is measured by its PK once it is told to its end: ended, no report of it still to come in time, and of a sum
-- none missing. What is reported once a year is always measured so.
CREATE TABLE menurut_pk AS
SELECT
    b.id,
    b.frekuensi = 'tahunan' OR (
        b.jenis = 'tahunan' AND b.selesai
        AND (b.agregasi <> 'jumlah' OR count(*) FILTER (d.dihitung) = b.banyak)
        AND NOT (getvariable('per_tanggal') <= c.jatuh_tempo AND NOT bool_or(d.disampaikan AND d.akhir = 12))
    ) AS menurut_pk
FROM baris AS b
JOIN capaian AS c USING (id)
JOIN dasar_target AS d USING (id)
GROUP BY b.id, b.frekuensi, b.jenis, b.selesai, b.agregasi, b.banyak, c.jatuh_tempo;

CREATE TABLE target_rencana AS
WITH rincian AS (
    SELECT
        d.*, s.sisi, r.tanda,
        CASE s.sisi WHEN 'nilai' THEN r.nilai ELSE r.maks END AS nilai,
        CASE
            WHEN d.pertama OR b.mode_target = 'per_periode' THEN 0::HUGEINT
            WHEN s.sisi = 'nilai' THEN r0.nilai
            ELSE r0.maks
        END AS awal,
        -- the position: at the end of the period; of a year at its latest figure
        d.selesai AND (b.jenis <> 'tahunan' OR d.dihitung) AS dilihat
    FROM dasar_target AS d
    JOIN baris AS b USING (id)
    CROSS JOIN (VALUES ('nilai'), ('maks')) AS s(sisi)
    LEFT JOIN rencana AS r ON r.indikator = d.indikator AND r.tahun = d.tahun AND r.segmen = d.segmen
    LEFT JOIN rencana AS r0 ON r0.indikator = d.indikator AND r0.tahun = d.tahun AND r0.segmen = d.sebelumnya
),
kumpulan AS (
    SELECT
        id, sisi,
        -- increments of a cumulative series; one gap and there is no sum
        CASE WHEN bool_and(nilai - awal IS NOT NULL) FILTER (dihitung)
            THEN pecahan(sum(nilai - awal) FILTER (dihitung), 1000000) END AS jumlah,
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
    CASE WHEN s.nilai IS NOT NULL THEN s.tanda END AS tanda,
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
