using AiFixer.EndToEnd.Support;

namespace AiFixer.EndToEnd.Crash;

/// <summary>Approves whatever is asked; clicks again unless it was told that the click was taken, and sometimes even then.</summary>
internal sealed class Approver(IReachable service, Ledger ledger)
{
    private const string Waiting = "&status=awaiting_diagnosis_approval,awaiting_proposal_approval";
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);
    private readonly HashSet<(string, string)> unanswered = [];

    public async Task RunAsync(CancellationToken cancellation)
    {
        while (!cancellation.IsCancellationRequested)
        {
            var waiting = await Client.TryAsync(service, ledger, api => api.AllAsync(Waiting)) ?? [];
            foreach (var line in waiting)
                await AnswerAsync(line.Id);
            await Tick.AfterAsync(Pause, cancellation);
        }
    }

    private async Task AnswerAsync(string id)
    {
        var incident = await Client.TryAsync(service, ledger, api => api.IncidentAsync(id));
        if (incident?.OpenCard is not { } card)
            return;
        if (ledger.Has(id, card))
        {
            ledger.Violated($"{card} of {id} is asked again though the click was taken");
            return;
        }

        await ClickAsync(id, card);
        if (ledger.Has(id, card))
            await ClickAsync(id, card);
    }

    private async Task ClickAsync(string id, string card)
    {
        var again = ledger.Has(id, card) || unanswered.Contains((id, card));
        var answer = await Client.TryAsync(service, ledger, api => api.DecideAsync(id, "approve", card));
        if (answer is null)
            unanswered.Add((id, card));
        else if (answer.IsTaken)
            ledger.ClickTaken(id, card);
        else if (answer.Code == 409 && again)
            ledger.DuplicateRefused();
        else
            ledger.NotTaken($"{card} of {id}: {answer.Code} {answer.Body}");
    }
}
