using System.Collections.Immutable;
using AiFixer.Core.Analysis;
using AiFixer.Core.Analysis.Facts;
using AiFixer.Core.Analysis.Signals;
using AiFixer.Tests.Core.Incidents.Support;

namespace AiFixer.Tests.Core.Analysis.Support;

/// <summary>What was seen of a service called web, minute by minute, in the two hours before now; its trouble began 30 minutes ago.</summary>
internal static class Seen
{
    public const int Minutes = 120;
    public const int Began = 90;
    private static readonly double[] Wave = [0.01, -0.02, 0.015, -0.01, 0.02, -0.015];

    public static DateTimeOffset Now => Given.Start;

    public static DateTimeOffset At(int minute) => Now.AddMinutes(minute - Minutes);

    public static SceneFacts Scene(string summary = "it is slow") => new(
        Given.Alert() with { Summary = summary, Description = "", Annotations = ImmutableSortedDictionary<string, string>.Empty, StartsAt = At(Began + 5) },
        "web", At(0), Now);

    public static Picture Picture(this SceneFacts scene) => PictureMaker.Of(scene);

    public static MetricFact Metric(string name, double before, double after, string owner = "web", int began = Began) =>
        Metric(name, minute => minute < began ? before : after, owner);

    public static MetricFact Metric(string name, Func<int, double> value, string owner = "web") => new(
        name, owner, ImmutableDictionary<string, string>.Empty.Add("service", owner),
        Series.Of(Enumerable.Range(0, Minutes).Select(i => (At(i), value(i) * (1 + Wave[i % Wave.Length])))), "E1");

    public static LineFact Line(int minute, string text, string level = "error", string service = "web") => new(At(minute), service, level, text, "E2");

    public static IEnumerable<LineFact> Lines(int from, int until, string text, string level = "error", string service = "web") =>
        Enumerable.Range(from, until - from).Select(minute => Line(minute, text.Replace("#", $"{minute}", StringComparison.Ordinal), level, service));
}
