using System.Text.Json;
using AiFixer.Cluster.Tests.Hosts;
using AiFixer.Core.Playbooks;
using AiFixer.Grains;
using AiFixer.Grains.Playbooks;
using Microsoft.Extensions.Logging.Abstractions;
using Orleans.Runtime;

namespace AiFixer.Cluster.Tests.Playbooks;

public sealed class GrainRecordsTests
{
    private readonly TallyRecords stored = new();

    public static TheoryData<string> Troubles => new("timeout", "letter", "cluster");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Troubles))]
    public async Task Without_its_grain_the_database_is_asked(string trouble)
    {
        stored.All["dns"] = new(Failed: 2);
        var records = Records(_ => throw Trouble(trouble));

        (await records.FindAsync("dns", Stop)).ShouldBe(new PlaybookRecord(Failed: 2));
    }

    [Fact]
    public async Task All_at_once_are_read_from_the_database()
    {
        stored.All["dns"] = new(Failed: 2);
        var records = Records(_ => throw new InvalidOperationException("No grain is asked."));

        (await records.ReadAsync(Stop)).ShouldHaveSingleItem().Value.ShouldBe(new PlaybookRecord(Failed: 2));
    }

    private static Exception Trouble(string name) => name switch
    {
        "timeout" => new TimeoutException(),
        "letter" => new JsonException("It is written in format 2."),
        _ => new OrleansException("It is stopping."),
    };

    private GrainRecords Records(Func<string, IPlaybookGrain> grains) => new(new(stored), grains, NullLogger<GrainRecords>.Instance);
}
