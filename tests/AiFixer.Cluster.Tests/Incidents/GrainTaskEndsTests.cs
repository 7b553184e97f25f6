using AiFixer.Core;
using AiFixer.Core.Alerts;
using AiFixer.Core.Incidents;
using AiFixer.Engine.Nodes;
using AiFixer.Engine.Tasks;
using AiFixer.Grains.Incidents;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Logging.Abstractions;

namespace AiFixer.Cluster.Tests.Incidents;

public sealed class GrainTaskEndsTests
{
    private static readonly IncidentId Id = new("INC-1");
    private static readonly TaskStep.Tell Result = new(new TaskInput.TriageDone("t1", ErrorClass.Timeout));

    private readonly HeardEnds here = new();
    private readonly Homes homes = new();
    private readonly ApplicationLifetime lifetime = new(NullLogger<ApplicationLifetime>.Instance);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_at_work_here_is_written_here()
    {
        var far = new FarIncident(() => true);
        homes.Enter(Id);

        await Ends(far).EndAsync(Id, Result, Stop);

        far.Taken.ShouldBeEmpty();
        here.Heard.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task What_is_at_work_elsewhere_is_written_there()
    {
        var far = new FarIncident(() => true);
        homes.Enter(Id);
        homes.Leave(Id);

        await Ends(far).EndAsync(Id, Result, Stop);

        far.Taken.ShouldHaveSingleItem();
        here.Heard.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_not_taken_there_is_written_here()
    {
        await Ends(new(() => false)).EndAsync(Id, Result, Stop);
        await Ends(new(() => throw new TimeoutException())).EndAsync(Id, Result, Stop);

        here.Heard.ShouldBe([Result, Result]);
    }

    [Fact]
    public async Task A_process_that_ends_writes_what_comes_back_itself()
    {
        var far = new FarIncident(() => true);
        lifetime.StopApplication();

        await Ends(far).EndAsync(Id, Result, Stop);

        far.Taken.ShouldBeEmpty();
        here.Heard.ShouldHaveSingleItem();
    }

    private GrainTaskEnds Ends(FarIncident far) => new(here, homes, _ => far, lifetime, NullLogger<GrainTaskEnds>.Instance);
}
