using AiFixer.Core.Classes;

namespace AiFixer.Core.Incidents.Workflow;

/// <summary>What a playbook that fits says of the cause: what people knew when they wrote it. Nobody looked.</summary>
internal static class PlaybookDiagnosis
{
    private const string Evidence = "E1";

    public static Diagnosis Of(Incident state, PlaybookUse playbook) => new(
        state.DiagnosisRound,
        $"playbook {playbook.Id}",
        Verdict.Likely,
        ErrorClassNames.Of(state.Class).ToLowerInvariant(),
        $"{playbook.Name}: known trouble, by its words.",
        Confidence: 0.5,
        [new Evidence(Evidence, state.Alert.Source, state.Alert.Summary)],
        [new SuggestedAction(playbook.Action.Request!, $"The playbook {playbook.Name} ({playbook.Id}, version {playbook.Version}) says so. {playbook.Reason}")],
        [.. playbook.RunnersUp.Select(other => $"The playbook {other.Name}: it {other.Reason}.")],
        ["Nobody looked: the playbook was chosen by what the alert says."]);
}
