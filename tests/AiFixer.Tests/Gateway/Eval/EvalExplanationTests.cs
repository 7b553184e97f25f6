using AiFixer.Core.Incidents;
using AiFixer.Gateway.Commands.Eval;
using AiFixer.Playground.Cases;
using AiFixer.Plugins;

namespace AiFixer.Tests.Gateway.Eval;

public sealed class EvalExplanationTests
{
    private static readonly Diagnosis Said = new(
        1, "offline", Verdict.Likely, "code_defect", "pay panics.", 0.75,
        [new("E1", "loki.query", "12 lines\npanic: nil map")],
        [new(new("k8s.rollback", "{}"), "the release before ran")],
        ["The network: no call was refused."],
        ["No traces are kept."])
    {
        Claims = [new("It panics.", ["E1"])],
        Culprit = "abc",
        Affected = ["web"],
        Recovery = [new("errors", 0.01, 0.5, 0.05)],
    };

    [Fact]
    public void Everything_that_was_said_is_shown_beside_what_was_expected()
    {
        var text = Of(Said);

        text.ShouldContain("== shop: NOT PASSED");
        text.ShouldContain("category code_defect (expected network), LIKELY, confidence 0.75");
        text.ShouldContain("culprit abc (expected none)");
        text.ShouldContain("Claims:\n  It panics. [E1]");
        text.ShouldContain("Evidence:\n  E1 loki.query: 12 lines\n    panic: nil map");
        text.ShouldContain("Ruled out:\n  The network: no call was refused.");
        text.ShouldContain("Gaps:\n  No traces are kept.");
        text.ShouldContain("Would do:\n  k8s.rollback {}: the release before ran");
        text.ShouldContain("Must recover:\n  errors: 0.01 before, 0.5 now, back at 0.05");
    }

    [Fact]
    public void What_an_outsider_wrote_gives_the_terminal_no_orders() =>
        Of(Said with { RootCause = "\u001b[2Jgone" }).ShouldNotContain("\u001b");

    private static string Of(Diagnosis said)
    {
        var expected = new CaseExpectation("network") { Culprit = CaseExpectation.NoChange };
        return EvalExplanation.Of(new("shop", "own", expected, said, CaseScorer.Score(expected, said), TimeSpan.Zero, null));
    }
}
