using AiFixer.Core;
using AiFixer.Core.Incidents;
using AiFixer.Core.Journal;
using AiFixer.Storage.Databases;
using AiFixer.Storage.Reading;
using AiFixer.TestSupport;
using Microsoft.Extensions.Logging.Abstractions;

namespace AiFixer.Tests.Storage;

/// <summary>Lists must take as long with a million incidents as with ten: the database says how it will find them.</summary>
public sealed class ListPlanTests(SharedPostgres postgres)
{
    private static readonly CancellationToken None = CancellationToken.None;

    private static readonly IncidentFilter[] Filters =
    [
        new(),
        new(Before: Appends.NewId()),
        new([IncidentStatus.Waiting]),
        new([IncidentStatus.Waiting, IncidentStatus.Resolved], [Severity.P0, Severity.P3], Before: Appends.NewId()),
        new(Severities: [Severity.P0]),
        new([IncidentStatus.Waiting]) { WithFollowers = true },
        new() { WithFollowers = true },
        new() { Leader = Appends.NewId() },
        new([IncidentStatus.Waiting]) { Leader = Appends.NewId() },
        new() { Target = "deployment default/web" },
        new() { Group = "g" },
    ];

    private const string AllWait =
        """
        insert into incidents (id, version, digest, status, severity, title, fingerprint, target, search, opened_at, updated_at, due, snapshot, snapshot_format, repeats, last_seen)
        select 'INC-' || i, 1, '', 'Waiting', 'P0', '', '', '', '', 0, 0, null, '', 1, 0, 0 from generate_series(1, 5000) i on conflict do nothing;
        analyze incidents
        """;

    [Fact]
    public async Task PostgreSQL_walks_an_index_and_passes_over_nothing()
    {
        await using var database = await TestDatabase.NewAsync("postgres", postgres);
        await database.OpenAsync();
        foreach (var known in new[] { "nothing", "that all are waiting" })
        {
            foreach (var (filter, question) in Filters.SelectMany(filter => Questions(filter).Select(question => (filter, question))))
            {
                var plan = await PlanAsync(database, "explain ", question);

                var scope = ListScope.Of(filter, hasWords: false);
                var walks = Count(plan, "using " + Index(filter));
                walks.ShouldBe(scope.Parts.Count * scope.Conditions.Count, $"knowing {known}: {plan}");
                Count(plan, scope.Parts[0].IsEverything ? "(id < " : "severity, id) < ").ShouldBe(walks, $"knowing {known}: {plan}");
                plan.ShouldNotContain("Bitmap", customMessage: known);
            }

            await database.ExecuteAsync(AllWait);
        }
    }

    [Fact]
    public async Task PostgreSQL_does_so_when_it_plans_without_knowing_what_is_asked_for()
    {
        await using var database = await TestDatabase.NewAsync("postgres", postgres);
        await database.OpenAsync();
        await database.ExecuteAsync(AllWait);
        foreach (var (filter, question) in Filters.SelectMany(filter => Questions(filter).Select(question => (filter, question))))
        {
            var (text, values) = (question.Text, new List<string>());
            foreach (var (name, value) in question.Parameters.OrderByDescending(parameter => parameter.Name.Length))
            {
                values.Add(value is long number ? $"{number}" : $"'{value}'");
                text = text.Replace("@" + name, $"${values.Count}", StringComparison.Ordinal);
            }

            var plan = await PlanAsync(
                database, $"deallocate all; prepare asked as {text}; explain ", new($"execute asked({string.Join(", ", values)})", []));

            var scope = ListScope.Of(filter, hasWords: false);
            Count(plan, "using " + Index(filter)).ShouldBe(scope.Parts.Count * scope.Conditions.Count, plan);
        }
    }

    [Fact]
    public async Task PostgreSQL_plans_a_list_once_however_often_it_is_asked_for()
    {
        await using var database = await TestDatabase.NewAsync("postgres", postgres);
        await database.OpenAsync();
        await using var opened = DatabaseFactory.Create(database.Options(options => options.Readers = 1), NullLoggerFactory.Instance);
        var reader = new Reader(opened, new(database.Options()));
        var (text, parameters) = new ListQuery(new([IncidentStatus.Waiting])).Page(50);
        for (var i = 0; i < 12; i++)
            await reader.ListAsync(text, IncidentRows.Item, None, parameters);

        var plans = await reader.ListAsync(
            "select generic_plans, custom_plans from pg_prepared_statements where statement like '%from incidents%'",
            row => (Generic: row.GetInt64(0), Custom: row.GetInt64(1)),
            None);

        var (generic, custom) = plans.ShouldHaveSingleItem();
        custom.ShouldBe(0);
        generic.ShouldBeGreaterThan(5);
    }

    [Fact]
    public async Task SQLite_walks_an_index_and_sorts_no_part()
    {
        await using var database = await TestDatabase.NewAsync("sqlite", postgres);
        await database.OpenAsync();
        foreach (var question in Filters.SelectMany(Questions))
        {
            var plan = await PlanAsync(database, "explain query plan ", question);

            plan.ShouldContain("SEARCH incidents USING");
            plan.ShouldNotContain("SCAN incidents");
            Count(plan, "USE TEMP B-TREE").ShouldBeLessThanOrEqualTo(Count(plan, "SEARCH incidents"));
        }
    }

    private static string Index(IncidentFilter filter) => filter switch
    {
        { Leader: not null } => "incidents_leader",
        { Target: not null } => "incidents_target",
        { Group: not null } => "incidents_group",
        { Statuses: null, Severities: null } => filter.WithFollowers ? "incidents_pkey" : "incidents_heads",
        _ => "incidents_list",
    };

    private static int Count(string plan, string what) => plan.Split(what).Length - 1;

    private static IEnumerable<ListQuestion> Questions(IncidentFilter filter)
    {
        var query = new ListQuery(filter);
        return [query.Page(50), query.Window(2_000), query.Found("INC-0", 50)];
    }

    private static async Task<string> PlanAsync(TestDatabase database, string explain, ListQuestion question)
    {
        await using var opened = DatabaseFactory.Create(database.Options(), NullLoggerFactory.Instance);
        var lines = await new Reader(opened, new(database.Options())).ListAsync(
            explain + question.Text,
            row => row.GetString(row.FieldCount - 1),
            None,
            question.Parameters);
        return string.Join('\n', lines);
    }
}
