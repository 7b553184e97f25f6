using System.Threading.Channels;
using AiFixer.Core.Policy;
using AiFixer.Core.Ports;
using AiFixer.Hosting.Dynamic;
using AiFixer.TestSupport;
using AiFixer.Tests.Core.Incidents.Support;
using AiFixer.Tests.Engine.Policy;

namespace AiFixer.Tests.Hosting.Dynamic;

public sealed class PolicyRefreshTests
{
    [Fact]
    public async Task Whatever_cannot_be_read_is_logged_and_read_again()
    {
        var (time, facts, log) = (new ManualTime(Given.Start), new BrokenFacts(), new HeardLog<PolicyRefresh>());
        using var refresh = new PolicyRefresh(facts, time, log);
        await refresh.StartAsync(TestContext.Current.CancellationToken);

        await time.TimersArmedAsync(1);
        while (facts.Asked < 3)
        {
            time.Advance(TimeSpan.FromSeconds(1));
            await facts.Next.Reader.ReadAsync(TestContext.Current.CancellationToken);
        }

        await refresh.StopAsync(TestContext.Current.CancellationToken);
        refresh.ExecuteTask!.IsCompletedSuccessfully.ShouldBeTrue();
        log.Said.ShouldHaveSingleItem().ShouldStartWith("Warning");
    }

    private sealed class BrokenFacts : IPolicyFacts
    {
        public Channel<int> Next { get; } = Channel.CreateUnbounded<int>();

        public int Asked { get; private set; }

        public PolicyFacts? Known => null;

        public Task<PolicyFacts> ReadAsync(CancellationToken cancellationToken)
        {
            Asked++;
            Next.Writer.TryWrite(Asked);
            throw new InvalidOperationException("It is not what it was.");
        }
    }
}
