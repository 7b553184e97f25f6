using System.Collections.Immutable;
using System.Text.Json;
using AiFixer.Core.Analysis.Facts;
using AiFixer.Core.Analysis.Reading;

namespace AiFixer.Core.Analysis.Databases;

/// <summary>Reads what <c>db.insights</c> answers.</summary>
public static class DatabaseReader
{
    public static DatabaseFacts Read(SceneFacts scene, string instance, JsonElement answer, string evidence)
    {
        var statements = answer.Items("top_sql").ToList();
        var all = statements.Sum(s => s.Number("db_load_avg") ?? 0);
        return new(scene, instance, evidence)
        {
            Settings = answer.At("settings").Texts(),
            Statements = [.. statements.Select(s => Statement(s, all)).OrderByDescending(s => s.Load)],
            Waits = [.. Waits(answer, "waits").OrderByDescending(w => w.Load)],
            Events = [.. answer.Items("events").Where(e => e.Moment("ts") is not null).Select(e => new DatabaseEvent(e.Moment("ts")!.Value, e.Text("source") ?? "", e.Text("message") ?? "")).OrderBy(e => e.At)],
        };
    }

    private static StatementFact Statement(JsonElement item, double all)
    {
        var load = item.Number("db_load_avg") ?? 0;
        return new(item.Text("statement") ?? "", load, all > 0 ? load / all : 0, [.. Waits(item, "wait_events")]);
    }

    private static IEnumerable<WaitFact> Waits(JsonElement of, string name) => of.Items(name).Select(w => new WaitFact(w.Text("name") ?? "", w.Number("db_load_avg") ?? 0));
}
