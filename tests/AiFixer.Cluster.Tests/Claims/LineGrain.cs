using AiFixer.Grains;

namespace AiFixer.Cluster.Tests.Claims;

/// <summary>A line that does as the test says.</summary>
internal sealed class LineGrain(Func<Letter, Task<Letter>> enter) : ICooldownGrain
{
    public int Entered { get; private set; }

    public Task<Letter> EnterAsync(Letter wish, CancellationToken cancellationToken)
    {
        Entered++;
        return enter(wish);
    }

    public Task LeaveAsync(Letter news) => Task.CompletedTask;

    public Task ForgetAsync() => Task.CompletedTask;
}
