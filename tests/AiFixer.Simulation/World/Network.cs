using AiFixer.Simulation.Kernel;

namespace AiFixer.Simulation.World;

/// <summary>
/// What lies between processes, senders, people and targets: takes its time, loses some, delivers some twice, keeps no order.
/// Whatever arrives is done at the place where it arrives, and its answer is on its way again.
/// </summary>
internal sealed class Network(Sim sim)
{
    /// <summary>Of a hundred messages, how many are lost.</summary>
    public double LostPercent { get; set; }

    /// <summary>Of a hundred messages that may, how many arrive twice.</summary>
    public double TwicePercent { get; set; }

    public int MostMilliseconds { get; set; } = 50;

    /// <summary>Of a hundred messages, how many take seconds.</summary>
    public double SlowPercent { get; set; }

    public int MostSeconds { get; set; } = 10;

    /// <summary>Asks somebody elsewhere. The answer may never come.</summary>
    public Task<T> AskAsync<T>(SimProcess from, SimProcess to, Func<Task<T>> ask, bool mayArriveTwice = false)
    {
        var answer = new TaskCompletionSource<T>();
        Deliver(to, () => _ = ArrivedAsync(from, ask, answer));
        if (mayArriveTwice && sim.Chance.Percent(TwicePercent))
            Deliver(to, () => _ = ArrivedAsync(from, ask, answer));
        return answer.Task;
    }

    /// <summary>An answer at the place where it happens; an exception there is an answer too.</summary>
    private async Task ArrivedAsync<T>(SimProcess from, Func<Task<T>> ask, TaskCompletionSource<T> answer)
    {
        try
        {
            var told = await ask();
            Deliver(from, () => answer.TrySetResult(told));
        }
        catch (Exception e)
        {
            Deliver(from, () => answer.TrySetException(e));
        }
    }

    private void Deliver(SimProcess to, Action step)
    {
        if (sim.Chance.Percent(LostPercent))
            return;
        var way = sim.Chance.Percent(SlowPercent) ? sim.Chance.Seconds(1, MostSeconds) : sim.Chance.Milliseconds(0, MostMilliseconds);
        to.DoLater(way, step);
    }
}
