namespace AiFixer.Grains.Claims;

/// <summary>
/// Lets those who want one claim go to the database one after the other, and spares the way to those of whom it is known
/// what it would say.
/// </summary>
/// <param name="time">The clock by which claims are held.</param>
/// <param name="patience">The clock by which those wait who want them.</param>
internal sealed class ClaimTurns(ClaimOrderOptions options, TimeProvider time, TimeProvider patience)
{
    private readonly Lock gate = new();
    private readonly ClaimMemory memory = new(options.Memory);
    private readonly Dictionary<long, Ticket> tickets = [];
    private readonly List<Waiter> waiting = [];
    private long lastTicket;
    private long lastForgotten;

    /// <summary>Nobody waits or is under way, and nothing is known.</summary>
    public bool IsIdle
    {
        get
        {
            lock (gate)
                return waiting.Count == 0 && tickets.Count == 0 && memory.IsEmpty(Now);
        }
    }

    private TimeSpan Now => time.GetElapsedTime(0);

    public async Task<ClaimTurn> EnterAsync(ClaimWish wish, CancellationToken cancellationToken)
    {
        var waiter = new Waiter(wish);
        lock (gate)
        {
            waiting.Add(waiter);
            EndLostTurns();
        }

        for (var waits = 0; !waiter.Turn.IsCompleted && waits < options.Patience && !cancellationToken.IsCancellationRequested; waits++)
        {
            await ((Task)waiter.Turn.WaitAsync(options.Turn, patience, cancellationToken))
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
            lock (gate)
                EndLostTurns();
        }

        return Leave(waiter);
    }

    public void Leave(ClaimNews news)
    {
        lock (gate)
        {
            if (tickets.Remove(news.Ticket, out var ticket) && news.Ticket > lastForgotten)
                memory.Learn(news, ticket.Asked, Now);
            Admit();
        }
    }

    /// <summary>Whoever asks just now may have asked before: what they hear is not remembered either.</summary>
    public void Forget()
    {
        lock (gate)
        {
            memory.Forget();
            lastForgotten = lastTicket;
            Admit();
        }
    }

    /// <summary>Whoever waited long enough goes without a ticket.</summary>
    private ClaimTurn Leave(Waiter waiter)
    {
        lock (gate)
        {
            waiting.Remove(waiter);
            waiter.Answer(new ClaimTurn.Go(null));
            return waiter.Turn.Result;
        }
    }

    private void EndLostTurns()
    {
        foreach (var (number, _) in tickets.Where(ticket => patience.GetElapsedTime(ticket.Value.Given) >= options.Turn).ToList())
            tickets.Remove(number);
        Admit();
    }

    private void Admit()
    {
        var now = Now;
        var isFull = false;
        waiting.RemoveAll(waiter =>
        {
            if (memory.Find(waiter.Wish, now) is { } held)
                return waiter.Answer(held);
            isFull = isFull || tickets.Count >= memory.Room(waiter.Wish.Slots);
            return !isFull && waiter.Answer(NextTicket(now));
        });
    }

    private ClaimTurn.Go NextTicket(TimeSpan now)
    {
        tickets.Add(++lastTicket, new(now, patience.GetTimestamp()));
        return new(lastTicket);
    }

    private readonly record struct Ticket(TimeSpan Asked, long Given);

    private sealed class Waiter(ClaimWish wish)
    {
        private readonly TaskCompletionSource<ClaimTurn> turn = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public ClaimWish Wish => wish;

        public Task<ClaimTurn> Turn => turn.Task;

        public bool Answer(ClaimTurn answer)
        {
            turn.TrySetResult(answer);
            return true;
        }
    }
}
