using AiFixer.Core.Incidents;
using AiFixer.Plugins;

namespace AiFixer.Core.Secrets;

/// <summary>What an incident is told, without what looks like a secret in the words of people, plugins, models and targets.</summary>
public static class InputMask
{
    public static IncidentInput Of(IncidentInput input) => input switch
    {
        PersonInput.Reject said => said with { Reason = Of(said.Reason) },
        PersonInput.Ignore said => said with { Reason = Of(said.Reason) },
        PersonInput.Escalate said => said with { Reason = Of(said.Reason), To = Of(said.To) },
        PersonInput.Rediagnose said => said with { Reason = Of(said.Reason) },
        PersonInput.Resolve said => said with { Note = Of(said.Note) },
        TaskInput.Broke broke => broke with { Error = Of(broke.Error) },
        TaskInput.CannotSend cannot => cannot with { Reason = Of(cannot.Reason) },
        TaskInput.DiagnosisDone done => done with { Diagnosis = DiagnosisMask.Of(done.Diagnosis) },
        TaskInput.ProposalDone done => done with { Impossible = done.Impossible.ConvertAll(SecretText.Masked) },
        TaskInput.Sent sent => sent with { Result = sent.Result with { Message = Of(sent.Result.Message) } },
        TaskInput.Looked looked => looked with { Seen = Of(looked.Seen) },
        TaskInput.HealthSeen seen => seen with { Details = Of(seen.Details) },
        TaskInput.Noticed told => told with { Details = Of(told.Details) },
        _ => input,
    };

    private static Observation Of(Observation seen) => seen with { Details = Of(seen.Details) };

    private static string Of(string text) => SecretText.Masked(text);
}
