using AiFixer.Gateway.Commands.Doctor;
using AiFixer.Plugins.Checks;

namespace AiFixer.Tests.Gateway.Commands;

/// <summary>Whatever becomes of a check, there is a finding that says what to do.</summary>
public sealed class LookingTests
{
    [Fact]
    public async Task A_check_that_is_not_done_in_time()
    {
        using var stop = new CancellationTokenSource();
        var looking = ConnectionFindings.LookAsync(new Check(token => new TaskCompletionSource().Task.WaitAsync(token)), stop.Token);
        looking.IsCompleted.ShouldBeFalse();

        await stop.CancelAsync();

        (await looking).ShouldBe(new Finding("a host", FindingState.Broken, "it did not answer in time", "check whether a firewall drops what we send"));
    }

    [Fact]
    public async Task A_check_that_is_defective() =>
        (await ConnectionFindings.LookAsync(new Check(_ => throw new InvalidOperationException("oops")), TestContext.Current.CancellationToken)).ShouldBe(new Finding(
            "a host", FindingState.Broken, "looking at it failed: InvalidOperationException: oops", "this is a defect of AiFixer: please report it with this line"));

    private sealed class Check(Func<CancellationToken, Task> work) : IConnectionCheck
    {
        public string Subject => "a host";

        public async Task<Finding> RunAsync(CancellationToken cancellationToken)
        {
            await work(cancellationToken);
            return new(Subject, FindingState.Fine, "it answers");
        }
    }
}
