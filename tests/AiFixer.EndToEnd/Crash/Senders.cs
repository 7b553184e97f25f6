using AiFixer.EndToEnd.Support;

namespace AiFixer.EndToEnd.Crash;

/// <summary>Send every alert until it is taken, and then once more, as senders do.</summary>
internal sealed class Senders(IReachable service, Ledger ledger)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    public async Task SendAsync(Trouble trouble, CancellationToken cancellation)
    {
        await UntilTakenAsync(trouble, cancellation);
        await UntilTakenAsync(trouble, cancellation);
    }

    private async Task UntilTakenAsync(Trouble trouble, CancellationToken cancellation)
    {
        while (!await TryAsync(trouble))
            await Tick.AfterAsync(Pause, cancellation);
    }

    private async Task<bool> TryAsync(Trouble trouble)
    {
        var again = ledger.Has(trouble);
        var answer = await Client.TryAsync(service, ledger, api => Report(api, trouble));
        if (answer is not { Answer.IsTaken: true })
            return false;
        if (answer.Incident is null)
            ledger.Violated($"the alert about {trouble.Deployment} was taken, but belongs to no incident: {answer.Answer.Body}");
        else
            ledger.AlertTaken(trouble, answer.Incident);
        if (again)
            ledger.DuplicateRefused();
        return true;
    }

    private static async Task<Receipt> Report(IncidentApi api, Trouble trouble)
    {
        var (answer, incident) = await api.AlertAsync(trouble.Alert);
        return new(answer, incident);
    }

    private sealed record Receipt(ApiAnswer Answer, string? Incident);
}
