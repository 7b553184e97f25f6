using System.Text.Json.Nodes;
using AiFixer.Lark;
using AiFixer.Lark.Events;
using AiFixer.Lark.Wire;
using AiFixer.Simulation.Nodes;
using AiFixer.Simulation.World;

namespace AiFixer.Simulation.Chat;

/// <summary>
/// People in the room who click on what they see, which may be old by then, and type commands. Each does one thing, so that
/// what came of it is told by their name. The platform delivers again what was not answered in time, and now and then what was.
/// </summary>
internal sealed class ChatPeople(Stage stage, Fleet fleet)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan[] Again = [TimeSpan.FromSeconds(15), TimeSpan.FromMinutes(5)];
    private int people;

    /// <summary>Nobody waits for an answer any more.</summary>
    public bool IsDone => UnderWay == 0;

    public ChatTaken Taken { get; } = new();

    private int UnderWay { get; set; }

    public async Task RunAsync(Task turmoil)
    {
        while (!turmoil.IsCompleted)
        {
            await stage.Clock.PassAsync(stage.Sim.Chance.Seconds(1, 25));
            if (stage.Chat.Messages is not { Count: > 0 } messages)
                continue;
            var message = stage.Sim.Chance.Of(messages);
            _ = stage.Sim.Chance.Percent(75) ? CountedAsync(ClickAsync(message)) : CountedAsync(WriteAsync(message));
        }
    }

    private async Task CountedAsync(Task deed)
    {
        UnderWay++;
        await deed;
        UnderWay--;
    }

    private async Task ClickAsync(ChatMessage message)
    {
        // Mostly what is there now; sometimes what somebody has had before their eyes for long.
        var seen = stage.Sim.Chance.Percent(70) ? message.Card : stage.Sim.Chance.Of(message.Shown);
        if (Buttons.Of(seen) is not { Count: > 0 } buttons)
            return;
        var person = $"ou_{++people}";
        var click = new LarkClick(
            $"event_{people}", new(person), message.Id, SimChat.Room, stage.Sim.Chance.Of(buttons),
            new Dictionary<string, string> { ["reason"] = $"said by {person}" }, "")
        {
            At = stage.Sim.Time,
        };
        await Taken.ClickAsync(person, await DeliverAsync(new Arrival.Clicked(click, IsOfOld: false), answer => Answered(message, answer)));
        // A click does not come twice, they say; it may.
        if (stage.Sim.Chance.Percent(30))
        {
            await stage.Clock.PassAsync(stage.Sim.Chance.Seconds(0, 60));
            await DeliverAsync(new Arrival.Clicked(click, IsOfOld: false), answer => Answered(message, answer));
        }
    }

    private async Task WriteAsync(ChatMessage about)
    {
        var person = $"ou_{++people}";
        var command = stage.Sim.Chance.Of("/diag", "/ignore", "/escalate <at> team", "/approve", "/reject", "/status");
        var message = new LarkMessage(
            $"om_said_{people}", SimChat.Room, "group", new(person), "user", "text", new JsonObject { ["text"] = $"{command.Replace("<at>", "@_user_1", StringComparison.Ordinal)} because {person}" }.ToJsonString(), stage.Sim.Time)
        {
            ParentId = about.Id,
            RootId = about.Root ?? about.Id,
            Mentions = command.Contains('<', StringComparison.Ordinal) ? [new("@_user_1", new("ou_tom", Name: "Tom"))] : [],
        };
        foreach (var pause in Again.Prepend(TimeSpan.Zero))
        {
            await stage.Clock.PassAsync(pause);
            var answer = await DeliverAsync(new Arrival.Written(message), _ => { });
            if (answer is not null)
                Taken.Messages.Add(message.Id);
            if (answer is not null && stage.Sim.Chance.Percent(70))
                return;
        }
    }

    /// <summary>Tells one of the processes.</summary>
    /// <returns>What it answered in time; null for nothing.</returns>
    private async Task<JsonObject?> DeliverAsync(Arrival arrival, Action<JsonObject> inTime)
    {
        if (fleet.Alive is not { Count: > 0 } alive)
            return null;
        var node = stage.Sim.Chance.Of(alive);
        JsonObject? heard = null;
        var asked = stage.Network.AskAsync(stage.Outside, node.Process, async () => node.Desk is { } desk ? await desk.Intake.TakeAsync(arrival, CancellationToken.None) : throw new InvalidOperationException("Nobody listens yet."), mayArriveTwice: true);
        try
        {
            var answer = await asked.WaitAsync(Patience, stage.Clock);
            if (answer.Status != 200)
                return null;
            heard = answer.Body;
        }
        catch (Exception e) when (e is TimeoutException or InvalidOperationException)
        {
            return null;
        }

        inTime(heard);
        return heard;
    }

    private static void Answered(ChatMessage message, JsonObject answer)
    {
        if (answer["card"]?["data"] is JsonObject card)
            SimChat.Show(message, card);
    }
}
