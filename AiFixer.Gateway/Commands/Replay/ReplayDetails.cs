using System.Globalization;
using System.Text.Json;

namespace AiFixer.Gateway.Commands.Replay;

/// <summary>What an event's own sentence leaves out: the alert's labels, the evidence, what was ruled out, the calls.</summary>
internal sealed class ReplayDetails(JsonElement incident, IReadOnlyList<JsonElement> entries)
{
    /// <summary>Only the latest diagnosis is kept with all that it rests on.</summary>
    private readonly int lastDiagnosis = entries.Index().LastOrDefault(entry => entry.Item.Text("type") == "diagnosed", (-1, default)).Index;

    private readonly Dictionary<int, int> proposals = entries.Index().Where(entry => entry.Item.Text("type") == "proposed")
        .Select((entry, round) => (entry.Index, Round: round + 1)).ToDictionary(entry => entry.Index, entry => entry.Round);

    public IEnumerable<string> Of(int index) => entries[index].Text("type") switch
    {
        "opened" => Alert(),
        "diagnosed" when index == lastDiagnosis && incident.Part("diagnosis") is { } diagnosis => Diagnosis(diagnosis),
        "proposed" => Actions(proposals[index]),
        "policy-decided" when incident.Part("policy") is { } policy && IsLast(index) => policy.List("opinions").Select(rule => $"{rule.Text("rule")}: {rule.Text("reason")}"),
        _ => [],
    };

    private bool IsLast(int index) => !entries.Skip(index + 1).Any(entry => entry.Text("type") == entries[index].Text("type"));

    private IEnumerable<string> Alert()
    {
        if (incident.Part("alert") is not { } alert)
            yield break;
        if (alert.Part("labels") is { } labels)
            yield return string.Join(", ", labels.EnumerateObject().Select(label => $"{label.Name}={label.Value}"));
        if (alert.Text("startsAt") is { Length: > 0 } since)
            yield return $"fires since {since}";
    }

    private static IEnumerable<string> Diagnosis(JsonElement diagnosis) =>
    [
        .. Titled("Evidence", diagnosis.List("evidence").Select(one => $"{one.Text("id")} {one.Text("source")}: {one.Text("text")}")),
        .. Titled("Claims", diagnosis.List("claims").Select(claim => $"{claim.Text("text")} [{string.Join(", ", claim.List("cites").Select(id => id.GetString()))}]")),
        .. Titled("Ruled out", diagnosis.List("ruledOut").Select(one => one.GetString()!)),
        .. Titled("Could not be seen", diagnosis.List("gaps").Select(one => one.GetString()!)),
        .. Titled("Has to recover", diagnosis.List("recovery").Select(Signal)),
    ];

    private static string Signal(JsonElement signal) => string.Create(
        CultureInfo.InvariantCulture,
        $"{signal.Text("query")}: {signal.GetProperty("before").GetDouble():G6} before, {signal.GetProperty("during").GetDouble():G6} in the trouble, back at {signal.GetProperty("bound").GetDouble():G6}");

    private IEnumerable<string> Actions(int round)
    {
        foreach (var action in incident.List("actions").Where(action => action.GetProperty("round").GetInt32() == round && action.Text("undoOf").Length == 0))
        {
            yield return $"{action.Text("id")} {action.Part("request")?.Text("plugin")} {action.Part("request")?.Text("arguments")}";
            if (action.Text("why") is { Length: > 0 } why)
                yield return $"  because {why}";
            if (action.Part("plan") is not { } plan)
                continue;
            foreach (var line in $"{plan.Text("call")}\n{plan.Text("diff")}\n{plan.Text("blastRadius")}".Split('\n', StringSplitOptions.RemoveEmptyEntries))
                yield return $"  {line}";
        }
    }

    private static IEnumerable<string> Titled(string title, IEnumerable<string> lines) =>
        lines.SelectMany(line => line.Split('\n')).Select(line => $"  {line}").ToList() is { Count: > 0 } found ? found.Prepend($"{title}:") : [];
}
