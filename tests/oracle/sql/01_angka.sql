-- Exact numbers. DuckDB divides DECIMAL as DOUBLE, so everything here is a whole number of 128 bits; a result that does
-- not fit stops the query, it is never rounded in silence.
--
-- `mikro`    a reported number in millionths: at most fifteen digits before the point and six behind it.
-- `pecahan`  a fraction {p, q} of whole numbers with q > 0: exact.
-- `besaran`  a number {utuh, sisa}: whole millionths below it, and what remains in 10^-20 of a millionth. Comparing two of
--            them is comparing the numbers.

-- A text that is no number stops the query and says why.
CREATE MACRO tolak(alasan, teks) AS (alasan || ': ' || teks)::HUGEINT;

CREATE MACRO mikro(teks) AS CASE
    WHEN teks IS NULL THEN NULL
    WHEN length(split_part(teks, '.', 2)) > 6 THEN tolak('more than six decimals', teks)
    ELSE (split_part(teks, '.', 1) || rpad(split_part(teks, '.', 2), 6, '0'))::HUGEINT
END;

-- The quotient and the remainder that belong to the next whole number below; `//` and `%` go towards zero.
CREATE MACRO sisa_bagi(a, b) AS ((a % b) + b) % b;
CREATE MACRO bagi_bawah(a, b) AS (a - sisa_bagi(a, b)) // b;

CREATE MACRO pecahan(p, q) AS CASE
    WHEN p IS NOT NULL
        THEN struct_pack(p := (CASE WHEN q < 0 THEN -p ELSE p END)::HUGEINT, q := abs(q)::HUGEINT)
END;

CREATE MACRO besaran(utuh, sisa) AS CASE
    WHEN utuh IS NOT NULL THEN struct_pack(utuh := utuh::HUGEINT, sisa := sisa::HUGEINT)
END;
CREATE MACRO besaran_mikro(m) AS besaran(m, 0);

-- A fraction as a besaran: three steps of a long division.
CREATE MACRO sepuluh_angka(r, q) AS (r * 10000000000) // q;
CREATE MACRO sisa_sepuluh(r, q) AS (r * 10000000000) % q;
CREATE MACRO _pecahan_bersisa(utuh, r, q) AS
    besaran(utuh, sepuluh_angka(r, q) * 10000000000 + sepuluh_angka(sisa_sepuluh(r, q), q));
CREATE MACRO besaran_pecahan(f) AS CASE
    WHEN f IS NOT NULL
        THEN _pecahan_bersisa(bagi_bawah(f.p * 1000000, f.q), sisa_bagi(f.p * 1000000, f.q), f.q)
END;

CREATE MACRO mutlak(b) AS CASE
    WHEN b.utuh >= 0 THEN b
    WHEN b.sisa = 0 THEN besaran(-b.utuh, 0)
    ELSE besaran(-b.utuh - 1, 100000000000000000000 - b.sisa)
END;

-- How many whole `satuan` (in millionths) a number is, a half away from zero.
CREATE MACRO _setengah_ke_atas(b, satuan) AS
    (2 * b.utuh + CASE WHEN b.sisa >= 50000000000000000000 THEN 1 ELSE 0 END + satuan) // (2 * satuan);
CREATE MACRO setengah_ke_atas(b, satuan) AS
    CASE WHEN b.utuh < 0 THEN -1 ELSE 1 END * _setengah_ke_atas(mutlak(b), satuan);

-- Hundredths (or other parts of ten) as text; what rounds to zero has no sign.
CREATE MACRO cetak(n, bagian, desimal) AS
    CASE WHEN n < 0 THEN '-' ELSE '' END
    || (abs(n) // bagian)
    || '.'
    || lpad((abs(n) % bagian)::VARCHAR, desimal, '0');

-- A mean adds numbers that were cut after twenty-six decimals; read what is left of them at twenty-two.
CREATE MACRO rapikan(b) AS CASE
    WHEN b.sisa >= 99999999999999995000 THEN besaran(b.utuh + 1, 0)
    ELSE besaran(b.utuh, ((b.sisa + 5000) // 10000) * 10000)
END;

-- The sum {utuh, sisa} of numbers, each taken so many times, over how many times all of them were taken.
CREATE MACRO _rata(utuh, sisa, banyak) AS CASE
    WHEN banyak > 0 THEN besaran(
        bagi_bawah(utuh, banyak),
        (sisa_bagi(utuh, banyak) * 100000000000000000000 + sisa) // banyak
    )
END;
CREATE MACRO rata(utuh, sisa, banyak) AS
    _rata(utuh + sisa // 100000000000000000000, sisa % 100000000000000000000, banyak);

CREATE MACRO kurang(a, b) AS CASE
    WHEN a.sisa >= b.sisa THEN besaran(a.utuh - b.utuh, a.sisa - b.sisa)
    ELSE besaran(a.utuh - b.utuh - 1, 100000000000000000000 + a.sisa - b.sisa)
END;

-- The one place for binary numbers: a geometric mean, read at ten decimals.
CREATE MACRO _sepuluh_desimal(n) AS besaran(bagi_bawah(n, 10000), sisa_bagi(n, 10000) * 10000000000000000);
CREATE MACRO ganda(b) AS b.utuh / 1e6 + b.sisa / 1e26;
CREATE MACRO besaran_ganda(d) AS CASE WHEN d IS NOT NULL THEN _sepuluh_desimal(
    replace(d::DECIMAL(38, 10)::VARCHAR, '.', '')::HUGEINT
) END;
