-- The published tables, every cell as it is written; an empty cell is NULL. `folder` says where they lie.

CREATE MACRO terbit(nama) AS TABLE
SELECT * FROM read_csv(getvariable('folder') || '/' || nama || '.csv', all_varchar = true, header = true);

CREATE TABLE indikator AS FROM terbit('indikator');
CREATE TABLE target AS FROM terbit('target');
CREATE TABLE realisasi AS FROM terbit('realisasi');
CREATE TABLE komponen AS FROM terbit('komponen');
CREATE TABLE metode AS FROM terbit('metode');
CREATE TABLE skala AS FROM terbit('skala');
CREATE TABLE anggota AS FROM terbit('anggota');
CREATE TABLE capaian AS FROM terbit('capaian');
CREATE TABLE sasaran AS FROM terbit('sasaran');
CREATE TABLE perangkat_daerah AS FROM terbit('perangkat_daerah');
CREATE TABLE program AS FROM terbit('program');
CREATE TABLE anggaran AS FROM terbit('anggaran');
