using AiFixer.Core;
using AiFixer.Core.Incidents;
using AiFixer.Core.Ports;
using AiFixer.Simulation.Checks;
using AiFixer.Simulation.Nodes;
using AiFixer.Simulation.World;

namespace AiFixer.Simulation.Actors;

/// <summary>People who look at what is open now and then, and click: late, twice, on an old card, without the right to.</summary>
internal sealed class People(Stage stage, Fleet fleet)
{
    private static readonly Person Ada = new("ada", "Ada", PersonRole.Approver);
    private static readonly Person Ben = new("ben", "Ben", PersonRole.Operator);
    private static readonly Person Eve = new("eve", "Eve", PersonRole.Viewer);
    private readonly List<(IncidentId Incident, string Card)> seen = [];

    public async Task RunAsync()
    {
        while (true)
        {
            await stage.Clock.PassAsync(stage.Sim.Chance.Seconds(1, 40));
            if (OnDisk.Open(stage.Disk) is { Count: > 0 } open)
                _ = LookAsync(OnDisk.State(stage.Disk, stage.Sim.Chance.Of(open)));
        }
    }

    /// <summary>When nothing goes wrong any more, somebody ends what others wait for.</summary>
    public async Task TidyAsync(Task turmoil)
    {
        await turmoil;
        while (true)
        {
            await stage.Clock.PassAsync(stage.Sim.Chance.Seconds(20, 60));
            foreach (var id in OnDisk.WaitedFor(stage.Disk))
                await ClickAsync(id, new PersonInput.Resolve(Ben, "Done by hand."));
        }
    }

    private async Task LookAsync(Incident state)
    {
        if (state.OpenCard() is { } card)
            seen.Add((state.Id, card.Id));
        await stage.Clock.PassAsync(stage.Sim.Chance.Percent(80) ? stage.Sim.Chance.Seconds(0, 10) : stage.Sim.Chance.Seconds(60, 200));
        if (Wish(state) is not { } wish)
            return;
        await ClickAsync(wish.Incident, wish.Input);
        if (stage.Sim.Chance.Percent(30))
            await ClickAsync(wish.Incident, wish.Input);
    }

    private (IncidentId Incident, PersonInput Input)? Wish(Incident state) => stage.Sim.Chance.Below(100) switch
    {
        < 60 when state.OpenCard() is { } card => (state.Id, new PersonInput.Approve(Ada, card.Id)),
        < 66 when state.OpenCard() is { } card => (state.Id, new PersonInput.Reject(Ada, card.Id, "No.")),
        < 72 when state.OpenCard() is { } card => (state.Id, new PersonInput.Approve(Eve, card.Id)),
        < 80 when seen.Count > 0 && stage.Sim.Chance.Of(seen) is var old => (old.Incident, new PersonInput.Approve(Ada, old.Card)),
        < 83 => (state.Id, new PersonInput.Rediagnose(Ben, "Look again.")),
        < 85 => (state.Id, new PersonInput.Escalate(Ben, "ada", "I do not know.")),
        < 87 => (state.Id, new PersonInput.TakeOver(Ben)),
        < 88 => (state.Id, new PersonInput.Ignore(Ben, "It is nothing.")),
        < 90 when state.Status == IncidentStatus.Escalated => (state.Id, new PersonInput.Resolve(Ben, "Done by hand.")),
        _ => null,
    };

    /// <summary>Clicks again until there is an answer, as people do, but not for ever.</summary>
    private async Task ClickAsync(IncidentId incident, PersonInput input)
    {
        for (var times = 0; times < 5; times++)
        {
            var receipt = await fleet.AskAsync(host => stage.Arrived(incident, input, host.TellAsync(incident, input, CancellationToken.None)));
            if (receipt is null or TellReceipt.Busy)
            {
                await stage.Clock.PassAsync(stage.Sim.Chance.Seconds(1, 5));
                continue;
            }

            stage.Sim.Story.Tell(stage.Sim, $"{input.By.Name} hears of {Name(input)} of {incident}: {receipt}");
            if (receipt is TellReceipt.Accepted accepted)
                stage.Acknowledged.Clicks.Add((incident, input, accepted));
            return;
        }
    }

    private static string Name(PersonInput input) => input switch
    {
        PersonInput.Approve approve => $"approve {approve.Card}",
        PersonInput.Reject reject => $"reject {reject.Card}",
        _ => input.GetType().Name,
    };
}
