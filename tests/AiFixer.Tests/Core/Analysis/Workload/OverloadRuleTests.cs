using AiFixer.Core.Analysis.Workload;

namespace AiFixer.Tests.Core.Analysis.Workload;

public sealed class OverloadRuleTests
{
    private const string Said = "level=error msg=\"overloaded: request queue is full\"";

    private static readonly WorkloadFacts Facts = new(
        "shop", "catalog", new(2, 1, 1, [], "E1"), [new("catalog-1", "h", false, 0, null, null)], [], [new("catalog-1", [Said], "E2")], []);

    /// <summary>Straight quotes inside straight quotes ended in two of them.</summary>
    [Fact]
    public void The_line_that_says_so_is_quoted_as_it_is() => new OverloadRule().Judge(Facts).Found.ShouldNotBeNull()
        .RootCause.ShouldBe($"2 replicas are too few for the load: “{Said}”.");
}
