namespace AiFixer.Plugins.Connections;

/// <summary>
/// Keeps callers from a dead backend: one timeout opens it, as do several quick failures in a row; later a single probe
/// decides. (Polly's breaker wants two failures at least, which here would be two timeouts.)
/// </summary>
internal sealed class Circuit(string family, string name, CircuitOptions options, TimeProvider time)
{
    private readonly Lock gate = new();
    private CircuitState state;
    private DateTimeOffset since = time.GetUtcNow();
    private DateTimeOffset retryAt;
    private string? lastError;
    private int quickFailures;
    private int openings;

    public ConnectionStatus Status
    {
        get
        {
            lock (gate)
                return new(family, name, state, since, lastError, state is CircuitState.Open ? retryAt : null);
        }
    }

    /// <summary>Asks to make one call; each permission is answered with one of the three reports below.</summary>
    public bool TryEnter()
    {
        lock (gate)
        {
            if (state is CircuitState.Open && time.GetUtcNow() >= retryAt)
            {
                Turn(CircuitState.Probing);
                return true;
            }

            return state is CircuitState.Closed;
        }
    }

    /// <summary>The backend answered, whatever it said.</summary>
    public void Answered()
    {
        lock (gate)
        {
            (quickFailures, openings, lastError) = (0, 0, null);
            if (state is not CircuitState.Closed)
                Turn(CircuitState.Closed);
        }
    }

    /// <summary>The backend could not be reached or did not answer.</summary>
    public void Failed(string error, bool timedOut)
    {
        lock (gate)
        {
            lastError = error;
            quickFailures++;
            if (timedOut || state is CircuitState.Probing || quickFailures >= options.QuickFailures)
                Open();
        }
    }

    /// <summary>The caller gave up before it could be told.</summary>
    public void Abandoned()
    {
        lock (gate)
        {
            if (state is CircuitState.Probing)
                Turn(CircuitState.Open);
        }
    }

    private void Open()
    {
        if (state is CircuitState.Open)
            return;
        var length = options.OpenFor * Math.Pow(2, Math.Min(openings++, 16));
        retryAt = time.GetUtcNow() + (length < options.OpenAtMost ? length : options.OpenAtMost);
        quickFailures = 0;
        Turn(CircuitState.Open);
    }

    private void Turn(CircuitState next) => (state, since) = (next, time.GetUtcNow());
}
