using System.Collections.Immutable;
using AiFixer.Core.Analysis.Causes;
using AiFixer.Core.Analysis.Clusters;
using AiFixer.Core.Analysis.Facts;
using AiFixer.Tests.Core.Incidents.Support;

namespace AiFixer.Tests.Core.Analysis.Clusters.Support;

/// <summary>What was seen of a deployment called web, on the nodes n1 and n2.</summary>
internal static class Copies
{
    public static DateTimeOffset Now => Given.Start;

    public static ClusterFacts Facts(params PodView[] pods) => new("shop", "web", null, Now.AddMinutes(-20), Now)
    {
        Subject = "web",
        Pods = [.. pods],
        Controller = new("deployment", "web", pods.Length, pods.Count(p => p.Ready), pods.Length, pods.Count(p => p.Ready), []),
        Nodes = [Node("n1"), Node("n2")],
        Sources = new[] { "pods", "workload", "events", "nodes" }.ToImmutableDictionary(source => source, source => "E1"),
    };

    public static PodView Pod(string name, string node = "n1", string phase = "Running") =>
        new(name, "h", phase, phase == "Running", false, node, Now.AddDays(-1), null, null, [], []) { Labels = ImmutableDictionary<string, string>.Empty.Add("app", "web"), PortNames = ["http-api"] };

    public static NodeView Node(string name, params ConditionView[] conditions) => new(name, true, false, [.. conditions]);

    public static EventView Event(string kind, string name, string reason, string message, int minutesAgo = 10) => new(kind, name, reason, message, 1, Now.AddMinutes(-minutesAgo));

    public static LineFact Line(int minutesAgo, string text, string level = "error", string service = "web") => new(Now.AddMinutes(-minutesAgo), service, level, text, "E2");

    public static Cause? Best(ClusterFacts facts) => ClusterAnalysis.Of(facts).FirstOrDefault();
}
