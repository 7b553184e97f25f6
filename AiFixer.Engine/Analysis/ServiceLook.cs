using System.Globalization;
using AiFixer.Core.Alerts;
using AiFixer.Core.Analysis.Facts;
using AiFixer.Core.Analysis.Reading;

namespace AiFixer.Engine.Analysis;

/// <summary>Looks at a service and those around it: lines, steps of requests, numbers, changes.</summary>
internal sealed class ServiceLook(Survey survey)
{
    private const int MostLines = 1000;
    private const int MostOthers = 2;
    private static readonly TimeSpan Near = TimeSpan.FromMinutes(30);

    /// <summary>A line may tell of trouble by its level alone.</summary>
    private const string Levels = "(?i)(warn|err|fatal|crit|panic|alert|emerg|severe).*";
    private static readonly TimeSpan Back = TimeSpan.FromHours(4);

    /// <summary>Over a weekend: what was shipped on Friday may wait for the load of Monday.</summary>
    private static readonly TimeSpan ChangesBack = TimeSpan.FromHours(96);

    public async Task<SceneFacts> LookAsync(Alert alert, string label, string subject, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var from = (alert.StartsAt < now ? alert.StartsAt : now) - Back;
        var scene = new SceneFacts(alert, subject, from, now);
        scene = await LinesAsync(scene, label, cancellationToken);
        scene = await SpansAsync(scene, cancellationToken);
        scene = await new MetricsLook(survey).LookAsync(scene, label, cancellationToken);
        return await ChangesAsync(scene, cancellationToken);
    }

    /// <summary>Everything that the service writes; of the others what tells of trouble, and what speaks of the service.</summary>
    private async Task<SceneFacts> LinesAsync(SceneFacts scene, string label, CancellationToken cancellationToken)
    {
        var subject = PromText.Quoted(scene.Subject);
        string[] queries =
        [
            $"{{{label}=\"{subject}\"}}",
            $"{{{label}!=\"\",{label}!=\"{subject}\"}} |~ `(?i)(error|warn|fail|exception|timeout|timed out|refused|denied|fatal|panic|exceeded|unavailable|pressure|throttl|scheduled|evict|oom|expired|unreachable|degraded|slow|stuck|lag|rising|错误|失败|超时)`",
            $"{{{label}!=\"\",{label}!=\"{subject}\"}} | level=~\"{Levels}\" or detected_level=~\"{Levels}\" or severity=~\"{Levels}\"",
            $"{{{label}!=\"\",{label}!=\"{subject}\"}} |= \"{subject}\"",
            $"{{{label}!=\"\",{label}!=\"{subject}\"}} |~ `(?i)(import|ingest|snapshot|feed|dataset|deliver).*[0-9]{{3}}|[0-9]{{3,}} (rows|records|lines|items|entries|rates|prices)|(rows|records|lines|items|entries)=[0-9]{{3}}`",
        ];
        var lines = new List<LineFact>();
        foreach (var query in queries)
            lines.AddRange(await AskAsync(scene, query, cancellationToken));
        foreach (var troubled in Loudest(lines, scene))
            lines.AddRange(await AskAsync(scene, $"{{{label}=\"{PromText.Quoted(troubled)}\"}}", cancellationToken));
        return scene with { Lines = [.. lines.DistinctBy(l => (l.At, l.Service, l.Text)).OrderBy(l => l.At)] };
    }

    /// <summary>Who else complains since the alert is near: only all of what they write tells what is new in it.</summary>
    private static IEnumerable<string> Loudest(List<LineFact> lines, SceneFacts scene) => lines
        .Where(l => l.IsTrouble && l.Service.Length > 0 && l.Service != scene.Subject && l.At >= scene.Alert.StartsAt - Near)
        .CountBy(l => l.Service, StringComparer.Ordinal).OrderByDescending(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal).Take(MostOthers).Select(c => c.Key);

    private async Task<IEnumerable<LineFact>> AskAsync(SceneFacts scene, string query, CancellationToken cancellationToken)
    {
        var answer = await survey.AskAsync(
            "loki.query", new() { ["end"] = Text(scene.Now), ["limit"] = MostLines, ["query"] = query, ["start"] = Text(scene.From) }, cancellationToken);
        return answer is { } known ? SceneReader.Lines(known.Answer, known.Evidence) : [];
    }

    private async Task<SceneFacts> SpansAsync(SceneFacts scene, CancellationToken cancellationToken)
    {
        var minutes = Math.Max(1, (int)Math.Ceiling((scene.Now - scene.From).TotalMinutes));
        var answer = await survey.AskAsync(
            "traces.search", new() { ["end"] = Text(scene.Now), ["limit"] = 100, ["service"] = scene.Subject, ["window"] = $"{minutes}m" }, cancellationToken);
        return answer is { } known ? scene with { Spans = SceneReader.Spans(known.Answer, known.Evidence), Traces = SceneReader.Link(known.Answer) } : scene;
    }

    private async Task<SceneFacts> ChangesAsync(SceneFacts scene, CancellationToken cancellationToken)
    {
        var answer = await survey.AskAsync(
            "changes.recent", new() { ["end"] = Text(scene.Now), ["limit"] = 300, ["window"] = $"{(int)ChangesBack.TotalHours}h" }, cancellationToken);
        return answer is { } known ? ChangeReader.Into(scene, known.Answer, known.Evidence) : scene;
    }

    private static string Text(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
