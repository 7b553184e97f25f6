using System.Net.Sockets;
using AiFixer.Plugins.Connections;
using AiFixer.Plugins.Hosting;
using Npgsql;

namespace AiFixer.Plugins.Databases;

/// <summary>Talks to one configured PostgreSQL: within its time, its share of connections and its circuit.</summary>
internal sealed class PgClient : IDisposable
{
    private static readonly TimeSpan Slack = TimeSpan.FromSeconds(2);
    private readonly NpgsqlDataSource source;
    private readonly Lazy<NpgsqlDataSource> alone;
    private readonly SemaphoreSlim places;

    public PgClient(string name, PostgresConnectionOptions options, Circuit circuit, TimeProvider time)
    {
        (Name, Options, Circuit, Time) = (name, options, circuit, time);
        source = PgSource.Create(options);
        alone = new(() => PgSource.CreateAlone(options));
        places = new(options.MaxConnections, options.MaxConnections);
    }

    public string Name { get; }

    public PostgresConnectionOptions Options { get; }

    public Circuit Circuit { get; }

    public TimeProvider Time { get; }

    /// <summary>Reads in one read-only transaction.</summary>
    public Task<PgResult<T>> ReadAsync<T>(Func<PgReader, Task<T>> read, CancellationToken cancellationToken)
        where T : class => UseAsync(
        source, Options.ConnectTimeout + (2 * Options.StatementTimeout) + Slack,
        async (connection, _, token) =>
        {
            var reader = await PgReader.BeginAsync(connection, Options, token);
            var value = await read(reader);
            await reader.EndAsync();
            return value;
        },
        cancellationToken);

    /// <summary>Changes something; <paramref name="write"/> says through the writer when that leaves.</summary>
    public Task<PgResult<T>> WriteAsync<T>(
        PluginCall call, TimeSpan atMost, Func<PgWriter, Task<T>> write, CancellationToken cancellationToken)
        where T : class => WriteAsync(source, call, atMost, write, cancellationToken);

    /// <summary>
    /// Changes something that cannot be in a transaction, on a connection of its own whose bounds are set as it is made. A pooler
    /// that shares connections refuses those, and then nothing is sent.
    /// </summary>
    public Task<PgResult<T>> WriteAloneAsync<T>(PluginCall call, Func<PgWriter, Task<T>> write, CancellationToken cancellationToken)
        where T : class => WriteAsync(alone.Value, call, Options.VacuumTimeout, write, cancellationToken);

    public void Dispose()
    {
        source.Dispose();
        if (alone.IsValueCreated)
            alone.Value.Dispose();
        places.Dispose();
    }

    private Task<PgResult<T>> WriteAsync<T>(
        NpgsqlDataSource from, PluginCall call, TimeSpan atMost, Func<PgWriter, Task<T>> write, CancellationToken cancellationToken)
        where T : class => UseAsync(
        from, Options.ConnectTimeout + atMost + Slack,
        (connection, flight, token) => write(new(connection, flight, atMost, Options.LockTimeout, call.MayLeave, token)),
        cancellationToken);

    private async Task<PgResult<T>> UseAsync<T>(
        NpgsqlDataSource from, TimeSpan atMost, Func<NpgsqlConnection, Flight, CancellationToken, Task<T>> work, CancellationToken cancellationToken)
        where T : class
    {
        using var deadline = new CallDeadline(atMost, Time, cancellationToken);
        if (!await EnterAsync(deadline.Token, cancellationToken))
            return NotTried<T>("too many questions are under way");
        try
        {
            if (!Circuit.TryEnter())
                return NotTried<T>($"it is taken for dead until {Circuit.Status.RetryAt:HH:mm:ss}: {Circuit.Status.LastError}");
            return await ExchangeAsync(from, work, deadline, cancellationToken);
        }
        finally
        {
            places.Release();
        }
    }

    private async Task<PgResult<T>> ExchangeAsync<T>(
        NpgsqlDataSource from, Func<NpgsqlConnection, Flight, CancellationToken, Task<T>> work, CallDeadline deadline, CancellationToken cancellationToken)
        where T : class
    {
        var flight = new Flight();
        try
        {
            await using var connection = await from.OpenConnectionAsync(deadline.Token);
            var value = await work(connection, flight, deadline.Token);
            Circuit.Answered();
            return new(value);
        }
        catch (KeptBack e)
        {
            Circuit.Answered();
            // An earlier statement of the same action may have left.
            return new(new PgError(PgFailure.NotTried, $"database '{Name}' was not asked: {e.Message}", Left: flight.Left));
        }
        catch (PostgresException e)
        {
            Circuit.Answered();
            return new(new PgError(PgFailure.Refused, PgErrorText.Of(Name, e), e.SqlState, flight.Left));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return Failed<T>(PgFailure.TimedOut, "did not answer in time", flight);
        }
        catch (Exception e) when (e is TimeoutException or NpgsqlException { InnerException: TimeoutException })
        {
            return Failed<T>(PgFailure.TimedOut, "did not answer in time", flight);
        }
        catch (Exception e) when (e is NpgsqlException or SocketException or IOException)
        {
            return Failed<T>(PgFailure.Unreachable, $"could not be reached: {OutsideText.Line(e.GetBaseException().Message, 300)}", flight);
        }
        catch (Exception)
        {
            Circuit.Abandoned();
            throw;
        }
    }

    private PgResult<T> Failed<T>(PgFailure failure, string what, Flight flight)
        where T : class
    {
        Circuit.Failed(what, timedOut: failure is PgFailure.TimedOut);
        return new(new PgError(failure, $"database '{Name}' {what}", Left: flight.Left));
    }

    private PgResult<T> NotTried<T>(string why)
        where T : class => new(new PgError(PgFailure.NotTried, $"database '{Name}' was not asked: {why}"));

    private async Task<bool> EnterAsync(CancellationToken deadline, CancellationToken cancellationToken)
    {
        try
        {
            await places.WaitAsync(deadline);
            return true;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }
}
