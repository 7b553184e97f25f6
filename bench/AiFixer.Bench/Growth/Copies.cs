using System.Globalization;

namespace AiFixer.Bench.Growth;

/// <summary>The statements that copy incidents, a hundred thousand at a time.</summary>
internal static class Copies
{
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const string Epoch = "621355968000000000";

    /// <summary>The models by their number, every tenth one that waits, and a stream for what is copied.</summary>
    public static string Prepare { get; } =
        """
        set synchronous_commit = off;
        create temp table models as
            select *, row_number() over (partition by status order by id) - 1 as n, substring(target from '[0-9]{10}') as name from incidents;
        create index on models (n);
        insert into streams (id, holder, started_at, checkpoint_line, checkpoint_digest) overriding system value values (1000000, 'copies', 0, 0, '');
        """;

    public static string Make(long from, long to) => string.Create(
        CultureInfo.InvariantCulture,
        $$"""
        create temp table made as
        select i, m.n, m.status, m.id as model, m.fingerprint as was, m.name,
            'INC-' || {{Letters("ms", 10)}} || {{Letters("(i * 7919 % 34359738368)", 7)}} as id,
            md5(i::text) || md5((-i)::text) as fingerprint, lpad((i + 1000000)::text, 10, '0') as called, ms * 10000 + {{Epoch}} as at
        from (select i, case when i % 10 = 0 then 'AwaitingProposalApproval' else 'Resolved' end as status,
                (extract(epoch from now()) * 1000)::bigint - (2000000 - i) * 3456 as ms
            from generate_series({{from}}::bigint, {{to - 1}}::bigint) as i) as each
        join models as m on m.n = i % 37 and m.status = each.status;

        insert into incidents (id, version, digest, status, severity, title, fingerprint, target, search, opened_at, updated_at, due, snapshot, snapshot_format, repeats, last_seen)
        select x.id, m.version, m.digest, m.status, m.severity, m.title, x.fingerprint, replace(m.target, x.name, x.called),
            lower(x.id) || E'\n' || lower(m.title) || E'\n' || replace(lower(m.target), x.name, x.called),
            x.at, x.at + 600000000, case when m.due is null then null else {{Epoch}} + ((extract(epoch from now()) + 86400) * 10000000)::bigint end,
            convert_to(replace(replace(replace(convert_from(m.snapshot, 'UTF8'), m.id, x.id), x.was, x.fingerprint), x.name, x.called), 'UTF8'), 1, 0, x.at
        from made as x join models as m on m.id = x.model order by x.i;

        insert into entries (incident, version, entry, digest, stream, seq)
        select x.id, e.version, e.entry, e.digest, 1000000, x.i * 32 + e.version
        from made as x join entries as e on e.incident = x.model order by x.i, e.version;

        insert into claims (key, incident, version, expires_at) select 'open:' || fingerprint, id, 1, null from made where status <> 'Resolved';
        insert into claims (key, incident, version, expires_at) select 'grant:' || id, id, 1, null from made where status = 'Resolved';
        insert into blobs (hash, media_type, bytes, incident) select md5(id) || md5(fingerprint), 'application/json', convert_to(repeat(md5(id), 12), 'UTF8'), id from made;
        drop table made
        """);

    // An id is its time and a number, five bits a letter.
    private static string Letters(string number, int count) => string.Join(" || ", Enumerable.Range(0, count).Select(i => string.Create(
        CultureInfo.InvariantCulture, $"substr('{Alphabet}', (({number} >> {5 * (count - 1 - i)}) & 31)::int + 1, 1)")));
}
