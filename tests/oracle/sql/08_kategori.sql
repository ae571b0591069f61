-- The class of every capaian on the scale of its year. Above the table it is the highest, below it the lowest.

CREATE TABLE dinilai AS
SELECT id, tahun, capaian FROM capaian_hitung WHERE kolom = 'capaian'
UNION ALL
SELECT concat_ws(':', jenis, kode, periode), tahun, capaian FROM kelompok_hitung WHERE capaian IS NOT NULL;

CREATE TABLE kategori_hitung AS
WITH dibaca AS (
    -- `bulatkan` rounds once to the decimals of the table
    SELECT
        d.id, d.tahun, m.celah,
        (10 ** (6 - m.presisi_tabel::INT))::HUGEINT AS satuan,
        CASE m.celah
            WHEN 'bulatkan' THEN besaran(setengah_ke_atas(d.capaian, satuan) * satuan, 0)
            ELSE d.capaian
        END AS nilai
    FROM dinilai AS d
    JOIN metode AS m ON m.tahun::INT = d.tahun
),
kelas AS (
    SELECT
        tahun::INT AS tahun, kode, urut::INT AS urut,
        urut::INT = 1 AS tertinggi,
        urut::INT = max(urut::INT) OVER (PARTITION BY tahun) AS terendah,
        besaran_mikro(mikro(min)) AS min, min_termasuk = 'ya' AS min_termasuk,
        besaran_mikro(mikro(maks)) AS maks, maks_termasuk = 'ya' AS maks_termasuk
    FROM skala
),
diuji AS (
    SELECT
        d.id, d.celah, k.kode, k.urut,
        k.terendah OR d.nilai > k.min OR (d.nilai = k.min AND k.min_termasuk) AS cukup,
        k.tertinggi OR d.nilai < k.maks OR (d.nilai = k.maks AND k.maks_termasuk) AS tidak_lebih
    FROM dibaca AS d
    JOIN kelas AS k USING (tahun)
)
SELECT
    id,
    CASE celah
        WHEN 'batas_bawah' THEN arg_min(kode, urut) FILTER (cukup)
        WHEN 'batas_atas' THEN arg_max(kode, urut) FILTER (tidak_lebih)
        WHEN 'bulatkan' THEN string_agg(kode) FILTER (cukup AND tidak_lebih)
    END AS kategori
FROM diuji
GROUP BY id, celah;

-- The groups as sasaran.csv and perangkat_daerah.csv list them; one without members is measured by none of none.
CREATE TABLE kelompok_terbit AS
WITH terbit AS (
    SELECT 'sasaran' AS tabel, id, jenis, kode, periode FROM sasaran
    UNION ALL
    SELECT 'perangkat_daerah', p.id, 'perangkat_daerah', a.kode, p.periode
    FROM perangkat_daerah AS p
    LEFT JOIN (SELECT DISTINCT tahun, kode FROM anggota WHERE jenis = 'perangkat_daerah') AS a USING (tahun)
)
SELECT
    t.tabel, t.id, k.capaian, g.kategori,
    coalesce(k.ada, 0) AS ada, coalesce(k.dari, 0) AS dari, coalesce(k.tercapai, 0) AS tercapai
FROM terbit AS t
LEFT JOIN kelompok_hitung AS k USING (jenis, kode, periode)
LEFT JOIN kategori_hitung AS g ON g.id = concat_ws(':', k.jenis, k.kode, k.periode);
