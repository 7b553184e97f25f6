using AiFixer.Core.Incidents;
using AiFixer.Simulation.Actors;
using AiFixer.Simulation.Chat;
using AiFixer.Simulation.Checks;
using AiFixer.Simulation.Disk;
using AiFixer.Simulation.Kernel;
using AiFixer.Simulation.Nodes;
using AiFixer.Simulation.World;
using AiFixer.Tests.Engine.World;

namespace AiFixer.Simulation.Runs;

/// <summary>One run: one seed decides everything in it.</summary>
internal static class Run
{
    private static readonly TimeSpan Longest = TimeSpan.FromHours(12);

    /// <param name="hasChat">Whether people are told and answer in a chat, too.</param>
    public static Result Play(int seed, bool isTold = false, bool hasChat = false)
    {
        var sim = new Sim(seed, new(isTold));
        var plot = Plot.By(sim.Chance);
        using var stage = new Stage(sim, Storm.IsIn(seed) ? plot.Stormy() : plot, seed) { HasChat = hasChat };
        var begin = sim.Now;
        sim.Story.Tell(sim, $"seed {seed}: {stage.Plot}");
        var placement = new Placement(stage);
        var fleet = new Fleet(stage, process => stage.Plot.IsShared ? new ClusterNode(stage, placement, process) : new LocalNode(stage, process));
        List<Sender> senders = [.. Enumerable.Range(0, stage.Plot.Troubles).Select(i => Sender(stage, fleet, $"account {i}"))];
        var chatting = new ChatPeople(stage, fleet);
        var turmoil = Task.CompletedTask;
        stage.Outside.Do(() =>
        {
            turmoil = Watch(sim, new Turmoil(stage, fleet, placement).RunAsync());
            _ = Watch(sim, fleet.KeepAsync(stage.Plot.Nodes));
            _ = Watch(sim, new Stopper(stage, seed).RunAsync());
            _ = Watch(sim, placement.WatchAsync());
            var people = new People(stage, fleet);
            _ = Watch(sim, people.RunAsync());
            _ = Watch(sim, people.TidyAsync(turmoil));
            if (hasChat)
                _ = Watch(sim, chatting.RunAsync(turmoil));
            senders.ForEach(sender => _ = Watch(sim, sender.RunAsync()));
        });
        var settled = new Settling(stage, () => turmoil.IsCompleted && senders.TrueForAll(sender => sender.IsDone) && chatting.IsDone);
        if (!sim.RunUntil(settled.IsSo, Longest) && sim.Broken.Count == 0)
            sim.Break($"It does not come to rest: {senders.Count(sender => !sender.IsDone)} senders are not heard; {settled.Why()}");
        sim.End();
        return new(seed, [.. sim.Broken, .. Broken(stage, seed), .. hasChat ? ChatPromises.Broken(stage, chatting.Taken, Lives.On(stage.Disk)) : []], sim.Story.Lines, sim.Steps, TimeSpan.FromTicks(sim.Now - begin), OnDisk.Ids(stage.Disk).Count, stage.Departures.Count, stage.Acknowledged.Clicks.Count + chatting.Taken.Clicks);
    }

    private static List<string> Broken(Stage stage, int seed)
    {
        var lives = Lives.On(stage.Disk);
        var times = WrittenTimes.Read(stage.Disk);
        return
        [
            .. PlainPromises.Broken(stage.Acknowledged, lives),
            .. WorldPromises.Broken([.. stage.Departures.Select(departure => departure.Sending)], stage.Ledger.Effects, lives),
            .. ClaimPromises.Broken(stage.Disk, lives),
            .. PolicyPromises.Broken(lives, stage.Rules),
            .. BudgetPromises.Broken(Starts.Of(lives, times), stage.Rules.Policy),
            .. GroupPromises.Broken(lives),
            .. WorstPromises.Broken(lives, times, stage.CalmSince),
            .. LeaderPromises.Broken(lives, times, stage.Rules.Grouping, stage.Disk.Skew.Duration()),
            .. CriticalPromises.Broken(lives, stage.Rules.Grouping),
            .. InvestigationPromises.Broken(stage.Investigations, lives, times, stage.Rules),
            .. SenderPromises.Broken(stage.Acknowledged, lives, stage.Options.DedupWindow),
            .. OpenPromises.Broken(lives, times),
            .. ClickPromises.Broken(stage.Clicks, lives, times, stage.Sim.Apart),
            .. SendingPromises.Broken(stage.Departures, lives, times, stage.Sim.Apart, stage.Rules.SendMargin),
            .. TextPromises.Broken(stage.Departures, lives, stage.Chat.Messages.SelectMany(message => message.Shown)),
            .. AuditPromises.Broken(stage, seed),
        ];
    }

    private static Sender Sender(Stage stage, Fleet fleet, string account) => new(stage, fleet, account, Accounts.Break(stage, account));

    private static async Task Watch(Sim sim, Task actor)
    {
        try
        {
            await actor;
        }
        catch (Exception e)
        {
            sim.Break($"Somebody outside broke: {e}");
        }
    }
}
