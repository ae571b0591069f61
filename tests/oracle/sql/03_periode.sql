-- The calendar: the segments of a year, and which of them had ended where this data looks from.

CREATE TABLE segmen AS
SELECT 'bulanan' AS frekuensi, lpad(n::VARCHAR, 2, '0') AS segmen, n AS awal, n AS akhir FROM range(1, 13) AS t(n)
UNION ALL
SELECT 'triwulanan', 'TW' || n, 3 * n - 2, 3 * n FROM range(1, 5) AS t(n)
UNION ALL
SELECT 'semesteran', 'S' || n, 6 * n - 5, 6 * n FROM range(1, 3) AS t(n)
UNION ALL
SELECT 'tahunan', 'tahunan', 1, 12;

CREATE TABLE banyak_segmen AS SELECT frekuensi, count(*) AS banyak FROM segmen GROUP BY ALL;

CREATE MACRO segmen_periode(periode) AS coalesce(nullif(split_part(periode, '-', 2), ''), 'tahunan');

CREATE TABLE periode AS
SELECT DISTINCT
    c.periode, c.tahun, s.segmen, s.frekuensi AS jenis, n.banyak, s.awal, s.akhir, c.selesai = 'ya' AS selesai
FROM capaian AS c
JOIN segmen AS s ON s.segmen = segmen_periode(c.periode)
JOIN banyak_segmen AS n USING (frekuensi);
