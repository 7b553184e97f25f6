using AiFixer.Core.Incidents;
using AiFixer.Core.Secrets;
using AiFixer.Plugins;

namespace AiFixer.Tests.Core.Secrets;

public sealed class InputMaskTests
{
    private const string Secret = "hunter2hunter2";
    private const string Text = $"password={Secret}";

    private static readonly Person By = new("ou_1", "Ann", PersonRole.Admin);

    public static TheoryData<IncidentInput> Told { get; } =
    [
        new PersonInput.Reject(By, "proposal/1", Text),
        new PersonInput.Ignore(By, Text),
        new PersonInput.Escalate(By, Text, Text),
        new PersonInput.Rediagnose(By, Text),
        new PersonInput.Resolve(By, Text),
        new TaskInput.Broke("t1", Text, true),
        new TaskInput.CannotSend("t1", Text),
        new TaskInput.ProposalDone("t1", [], [Text]),
        new TaskInput.Sent("t1", new(ExecuteOutcome.Done, Text)),
        new TaskInput.Looked("t1", new(ExecuteOutcome.Done, TargetHealth.Healthy, Text)),
        new TaskInput.HealthSeen("t1", TargetHealth.Healthy, Text),
        new TaskInput.Noticed("t1", Text, 1),
        new TaskInput.DiagnosisDone("t1", Said),
    ];

    private static Diagnosis Said => new(
        1, "model", Verdict.Likely, Text, Text, 0.5, [new("E1", "k8s.get_logs", Text)], [new(new("k8s.restart", "{}"), Text), new(new("shell.exec_write", $$"""{"command":"{{Text}}"}"""), "")], [Text], [Text])
    {
        Claims = [new(Text, ["E1"])],
        Affected = [Text],
        Culprit = Text,
        FirstFailing = Text,
        Remedy = Text,
        Responsible = new("BE", Text, []),
        Gold = new(Text, 1, "steady", 1, 1, $"https://u:{Secret}@traces.example", ["E1"]),
        Advice = [new(AdviceKind.Cache, Text), new(AdviceKind.Scale, Text, new(new("k8s.scale", "{}"), Text)), new(AdviceKind.Hpa, "", new(new("k8s.apply_hpa", $$"""{"note":"{{Text}}"}"""), ""))],
    };

    [Theory]
    [MemberData(nameof(Told), DisableDiscoveryEnumeration = true)]
    public void No_words_of_anybody_bring_a_secret_into_an_incident(IncidentInput input)
    {
        var masked = InputMask.Of(input);

        System.Text.Json.JsonSerializer.Serialize<object>(masked).ShouldNotContain(Secret);
        masked.ShouldBeOfType(input.GetType());
    }

    [Fact]
    public void An_action_that_would_carry_one_is_not_suggested_and_that_is_said()
    {
        var masked = DiagnosisMask.Of(Said);

        masked.Suggestions.ShouldHaveSingleItem().Request.Plugin.ShouldBe("k8s.restart");
        masked.Advice.Select(one => one.Kind).ShouldBe([AdviceKind.Cache, AdviceKind.Scale]);
        masked.Gaps.ShouldContain("shell.exec_write was not suggested: its arguments hold what looks like a secret.");
    }
}
