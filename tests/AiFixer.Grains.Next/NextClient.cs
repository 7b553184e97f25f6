using AiFixer.Core;
using AiFixer.Core.Alerts;
using AiFixer.Core.Incidents;
using AiFixer.Core.Ports;
using AiFixer.Grains.Clients;
using AiFixer.Hosting.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace AiFixer.Grains.Next;

/// <summary>Reports an alert, tells its incident something, and writes the answers.</summary>
internal static class NextClient
{
    public static async Task<int> RunAsync(string[] args)
    {
        var builder = Host.CreateApplicationBuilder(args);
        var problems = new ConfigurationProblems();
        new ClusterEngine().Add(builder, problems);
        problems.ThrowIfAny();
        using var host = builder.Build();
        await host.StartAsync();
        await ReachAsync(host.Services.GetRequiredService<IHostReadiness>());
        await TalkAsync(host.Services.GetRequiredService<IIncidentHost>());
        await host.StopAsync();
        return 0;
    }

    private static async Task TalkAsync(IIncidentHost cluster)
    {
        var receipts = await cluster.ReportAsync([Alert()], CancellationToken.None);
        Console.WriteLine($"reported: {receipts[0].Outcome} {receipts[0].Reason}");
        var told = await cluster.TellAsync(receipts[0].Incident ?? new IncidentId("none"), Decision(), CancellationToken.None);
        Console.WriteLine($"told: {told}");
    }

    private static async Task ReachAsync(IHostReadiness cluster)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(100), TimeProvider.System);
        while (cluster.Problem is not null)
            await timer.WaitForNextTickAsync();
    }

    private static PersonInput.Ignore Decision() => new(new("ada", "Ada", PersonRole.Approver), "a drill");

    private static IncomingAlert Alert()
    {
        var alert = new Alert
        {
            Source = "api",
            Name = "Next",
            Severity = Severity.P2,
            Fingerprint = "next",
            Summary = "from the next release",
            StartsAt = TimeProvider.System.GetUtcNow(),
        };
        return new(alert, Firing: true, InboxKey: "next");
    }
}
