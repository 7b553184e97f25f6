using System.Text.Json;
using AiFixer.Core;
using AiFixer.Core.Ports;
using AiFixer.Engine.Nodes;
using AiFixer.Grains.Wire;
using Orleans.Placement;

namespace AiFixer.Grains.Incidents;

/// <summary>
/// The place where an incident is at work. Thin: the silo's node has the workflow, the journal and the workers, which run
/// what takes long outside of the grain's turn. It is at home where its alert came in, or where it is looked for first.
/// </summary>
[PreferLocalPlacement]
internal sealed class IncidentGrain(EngineNode node) : Grain, IIncidentGrain
{
    private IncidentId Id => new(this.GetPrimaryKeyString());

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        node.Enter(Id);
        return Task.CompletedTask;
    }

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        node.Leave(Id);
        return Task.CompletedTask;
    }

    public async Task<Letter?> TellAsync(Letter input, CancellationToken cancellationToken)
    {
        if (await ReceiptAsync(input, cancellationToken) is { } receipt)
            return Letters.Write(receipt, WireJson.Default.TellReceipt);
        DeactivateOnIdle();
        return null;
    }

    public async Task<bool> FinishAsync(Letter result, CancellationToken cancellationToken)
    {
        try
        {
            await node.FinishAsync(Id, Letters.Read(result, WireJson.Default.TaskResult).Step, cancellationToken);
            return true;
        }
        catch (Exception e) when (e is JournalUnavailableException or JsonException)
        {
            return false;
        }
    }

    public Task LookAsync()
    {
        node.Look(Id, PlaceLabel.Read());
        return Task.CompletedTask;
    }

    public Task WakeAsync()
    {
        node.Wake(Id, PlaceLabel.Read(), VersionLabel.Read());
        return Task.CompletedTask;
    }

    public Task ResumeAsync()
    {
        node.Resume(Id);
        return Task.CompletedTask;
    }

    private async Task<TellReceipt?> ReceiptAsync(Letter input, CancellationToken cancellationToken)
    {
        try
        {
            return await node.TellAsync(Id, Letters.Read(input, WireJson.Default.PersonInput), cancellationToken);
        }
        catch (JournalUnavailableException e)
        {
            return new TellReceipt.Busy(e.Message);
        }
        catch (JsonException e)
        {
            return new TellReceipt.Busy(e.Message);
        }
    }
}
