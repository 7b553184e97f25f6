using AiFixer.Core;
using AiFixer.Core.Incidents;
using AiFixer.Core.Ports;

namespace AiFixer.Tests.Engine.World;

internal sealed partial class Drama
{
    public static Person Ada { get; } = new("ada", "Ada", PersonRole.Approver);

    public static Person Ben { get; } = new("ben", "Ben", PersonRole.Operator);

    /// <summary>An alert fires now.</summary>
    public async Task<IncidentId> FireAsync(string account, string fixes = "Set", string delivery = "1") =>
        (await ReportAsync(Alerts.Firing(account, time.GetUtcNow(), fixes, delivery))).Incident!.Value;

    /// <summary>An alert of a group fires, a moment after the one before.</summary>
    public async Task<IncidentId> FireInGroupAsync(string account, Severity severity = Severity.P2, string delivery = "1")
    {
        await TurnAsync();
        return (await ReportAsync(Alerts.Firing(account, time.GetUtcNow(), "Set", delivery, severity, "g"))).Incident!.Value;
    }

    public Task UntilAsync(IncidentId id, params IncidentStatus[] statuses) =>
        AdvanceUntilAsync(async () => Array.IndexOf(statuses, (await StateAsync(id)).Status) >= 0, string.Join(" or ", statuses));

    /// <summary>Until it has ended or is in a person's hands.</summary>
    public Task UntilEndAsync(IncidentId id) =>
        UntilAsync(id, IncidentStatus.Resolved, IncidentStatus.Ignored, IncidentStatus.Escalated);

    /// <summary>Waits for the next question and gives its card; null when none comes any more.</summary>
    public async Task<string?> QuestionAsync(IncidentId id, string begins)
    {
        string? card = null;
        await AdvanceUntilAsync(
            async () =>
            {
                var state = await StateAsync(id);
                card = state.OpenCard() is { } asked && asked.Id.StartsWith(begins, StringComparison.Ordinal) ? asked.Id : null;
                return card is not null || state.Status == IncidentStatus.Escalated || !state.Status.IsOpen();
            },
            $"a question {begins}");
        return card;
    }

    public async Task<TellReceipt?> ApproveAsync(IncidentId id, string begins) =>
        await QuestionAsync(id, begins) is { } card ? await TellAsync(id, new PersonInput.Approve(Ada, card)) : null;

    public async Task ApproveBothAsync(IncidentId id)
    {
        await ApproveAsync(id, "diagnosis");
        await ApproveAsync(id, "proposal");
    }

    /// <summary>Approves the proposal if one is asked about before the incident ends.</summary>
    public Task ApproveIfAskedAsync(IncidentId id) => ApproveAsync(id, "proposal");
}
