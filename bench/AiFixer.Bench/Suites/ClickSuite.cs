using System.Diagnostics;
using AiFixer.Bench.Lives;
using AiFixer.Bench.Load;
using AiFixer.Bench.Reporting;
using AiFixer.Core.Incidents;
using AiFixer.Core.Ports;
using AiFixer.Hosting.Lark;
using AiFixer.Lark.Client;
using AiFixer.Lark.Events;
using AiFixer.Lark.Room;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace AiFixer.Bench.Suites;

/// <summary>Two thousand incidents wait for an answer, and all of them are answered within ten seconds, each from its card.</summary>
internal static class ClickSuite
{
    private const int Count = 2_000;
    private const double PerSecond = 200;
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);
    private static readonly LarkPerson Approver = new("ou_bench");

    public static async Task RunAsync(Bench bench)
    {
        foreach (var name in bench.Options.WantedDatabases)
            await RunAsync(bench, name);
    }

    private static async Task RunAsync(Bench bench, string name)
    {
        using var database = await bench.EmptyAsync(name);
        var lark = new BenchLark();
        var room = new RoomOptions { Chat = "oc_bench", People = new Dictionary<string, MemberOptions> { [Approver.OpenId] = new(PersonRole.Approver) } };
        using var host = await BenchHost.StartAsync(database, TimeProvider.System, [("Policy:Mode", "Review")], services => services.AddSingleton<ILarkClient>(lark).AddRoom(room, new()));
        await UntilAsync(async () => await host.Services.GetRequiredService<IPostedMessages>().PositionAsync("lark", CancellationToken.None) is not null);
        await new Crowd(host).BringAsync(Count, IncidentStatus.AwaitingDiagnosisApproval);
        var begin = Stopwatch.GetTimestamp();
        await UntilAsync(() => Task.FromResult(lark.Asked >= Count));
        bench.Results.Add(new() { Name = "cards after a storm", Database = name, Value = Count / Stopwatch.GetElapsedTime(begin).TotalSeconds, Unit = "cards/s" });

        var (times, approved) = await ClickAsync(host.Services.GetRequiredService<ILarkEvents>(), lark);
        bench.Results.Add(new()
        {
            Name = "clicks on waiting incidents",
            Database = name,
            Value = approved,
            Unit = "approved of 2000",
            P50 = Percentiles.Of(times, 50),
            P99 = Percentiles.Of(times, 99),
            P999 = Percentiles.Of(times, 99.9),
            Seconds = Count / PerSecond,
            Goal = Goal.AtLeast(Count),
        });
        bench.Results.Add(new() { Name = "99.9 % of clicks answered within", Database = name, Value = Percentiles.Of(times, 99.9), Unit = "ms", Goal = Goal.AtMost(3_000) });
        await host.StopAsync();
    }

    /// <summary>Each at its time, whether those before were answered or not; its time counts from when it was due.</summary>
    private static async Task<(List<long> Times, int Approved)> ClickAsync(ILarkEvents events, BenchLark lark)
    {
        var arrivals = new Arrivals(PerSecond);
        var begin = Stopwatch.GetTimestamp();
        var clicks = new List<Task<(long Time, bool IsApproved)>>();
        foreach (var (message, value) in lark.Questions)
        {
            var due = arrivals.Due(begin);
            if (Stopwatch.GetElapsedTime(Stopwatch.GetTimestamp(), due) is { Ticks: > 0 } early)
                await Task.Delay(early, TimeProvider.System);
            arrivals.Sent();
            var click = new LarkClick($"event-{clicks.Count}", Approver, message, "oc_bench", value, new Dictionary<string, string>(), "");
            clicks.Add(Task.Run(async () =>
            {
                var answer = await events.ClickAsync(click, new(), CancellationToken.None);
                return (Stopwatch.GetTimestamp() - due, answer.Kind == ToastKind.Success);
            }));
        }

        var answered = await Task.WhenAll(clicks);
        return ([.. answered.Select(one => one.Time)], answered.Count(one => one.IsApproved));
    }

    private static async Task UntilAsync(Func<Task<bool>> isSo)
    {
        var begin = TimeProvider.System.GetTimestamp();
        while (!await isSo())
        {
            if (TimeProvider.System.GetElapsedTime(begin) > Patience)
                throw new TimeoutException("The cards did not all arrive.");
            await Task.Delay(BetweenLooks, TimeProvider.System);
        }
    }
}
