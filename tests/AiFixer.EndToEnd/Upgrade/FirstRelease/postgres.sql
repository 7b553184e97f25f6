CREATE TABLE public.blobs (
    hash text NOT NULL COLLATE pg_catalog."C",
    media_type text NOT NULL COLLATE pg_catalog."C",
    bytes bytea NOT NULL
);
CREATE TABLE public.claims (
    key text NOT NULL COLLATE pg_catalog."C",
    incident text NOT NULL COLLATE pg_catalog."C",
    version bigint NOT NULL,
    expires_at bigint
);
CREATE TABLE public.entries (
    incident text NOT NULL COLLATE pg_catalog."C",
    version bigint NOT NULL,
    entry bytea NOT NULL,
    digest text NOT NULL COLLATE pg_catalog."C",
    stream bigint NOT NULL,
    seq bigint NOT NULL
);
CREATE TABLE public.incidents (
    id text NOT NULL COLLATE pg_catalog."C",
    version bigint NOT NULL,
    digest text NOT NULL COLLATE pg_catalog."C",
    status text NOT NULL COLLATE pg_catalog."C",
    severity text NOT NULL COLLATE pg_catalog."C",
    title text NOT NULL COLLATE pg_catalog."C",
    fingerprint text NOT NULL COLLATE pg_catalog."C",
    target text NOT NULL COLLATE pg_catalog."C",
    search text NOT NULL COLLATE pg_catalog."C",
    opened_at bigint NOT NULL,
    updated_at bigint NOT NULL,
    due bigint,
    snapshot bytea NOT NULL,
    snapshot_format bigint NOT NULL,
    repeats bigint NOT NULL,
    last_seen bigint NOT NULL
);
CREATE TABLE public.leases (
    name text NOT NULL COLLATE pg_catalog."C",
    token text NOT NULL COLLATE pg_catalog."C",
    holder text NOT NULL COLLATE pg_catalog."C",
    expires_at bigint NOT NULL
);
CREATE TABLE public.schema_migrations (
    number bigint NOT NULL,
    name text NOT NULL COLLATE pg_catalog."C",
    applied_at bigint NOT NULL
);
CREATE TABLE public.streams (
    id bigint NOT NULL,
    holder text NOT NULL COLLATE pg_catalog."C",
    started_at bigint NOT NULL,
    checkpoint_line bigint NOT NULL,
    checkpoint_digest text NOT NULL COLLATE pg_catalog."C"
);
ALTER TABLE public.streams ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.streams_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
ALTER TABLE ONLY public.blobs
    ADD CONSTRAINT blobs_pkey PRIMARY KEY (hash);
ALTER TABLE ONLY public.claims
    ADD CONSTRAINT claims_pkey PRIMARY KEY (key);
ALTER TABLE ONLY public.entries
    ADD CONSTRAINT entries_pkey PRIMARY KEY (incident, version);
ALTER TABLE ONLY public.incidents
    ADD CONSTRAINT incidents_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.leases
    ADD CONSTRAINT leases_pkey PRIMARY KEY (name);
ALTER TABLE ONLY public.schema_migrations
    ADD CONSTRAINT schema_migrations_pkey PRIMARY KEY (number);
ALTER TABLE ONLY public.streams
    ADD CONSTRAINT streams_pkey PRIMARY KEY (id);
CREATE UNIQUE INDEX entries_stream ON public.entries USING btree (stream, seq);
CREATE INDEX incidents_due ON public.incidents USING btree (due) WHERE (due IS NOT NULL);
CREATE INDEX incidents_status ON public.incidents USING btree (status, id);
