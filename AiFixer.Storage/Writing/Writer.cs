using AiFixer.Core.Ports;
using AiFixer.Storage.Audit;
using AiFixer.Storage.Databases;
using AiFixer.Storage.Sealing;
using AiFixer.Storage.SetBacks;
using Microsoft.Extensions.Logging;

namespace AiFixer.Storage.Writing;

/// <summary>Writes, one batch after the other, in one thread's turns. While a batch is on its way to the disk the next one fills.</summary>
internal sealed class Writer
{
    private readonly Intake _intake;
    private readonly IDatabase _database;
    private readonly GroupCommit _commit;
    private readonly Streams _streams;
    private readonly ILogger _logger;
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Batch _batch = new();
    private readonly BatchBuilder _builder;
    private IWriteSession? _session;
    private readonly StorageOptions _options;
    private readonly Vault _vault;
    private bool _isDown;
    private bool _wasThere;

    public Writer(Intake intake, IDatabase database, GroupCommit commit, Streams streams, StorageOptions options, Vault vault, ILogger logger)
    {
        (_intake, _database, _commit, _streams, _options, _vault, _logger) = (intake, database, commit, streams, options, vault, logger);
        _builder = new(_batch, options.BatchSize, options.BatchBytes);
    }

    /// <summary>Where what it has to write waits.</summary>
    public Intake Intake => _intake;

    /// <summary>Ends when everything that was taken is answered and nothing more will come.</summary>
    public Task Ended => _ended.Task;

    /// <summary>Waits for something to write and writes it.</summary>
    /// <returns>False when there will be no more.</returns>
    public bool Turn()
    {
        if (_intake.Take(_batch, _builder))
        {
            Write(_batch);
            return true;
        }

        Disconnect();
        _ended.SetResult();
        return false;
    }

    private void Write(Batch batch)
    {
        try
        {
            _session ??= Connect();
            _commit.Run(_session, batch);
        }
        catch (Exception exception)
        {
            // Nobody may wait for an answer that never comes, whatever went wrong.
            Disconnect();
            Unavailable(batch, exception);
        }
    }

    private IWriteSession Connect()
    {
        var session = _database.OpenWriter();
        if (_wasThere)
            Compare(session);
        _wasThere = true;
        if (_isDown)
            _logger.StoreIsBack();
        _isDown = false;
        return session;
    }

    // What answers at the same address now may be a copy that was behind.
    private void Compare(IWriteSession session)
    {
        try
        {
            SealGuard.Compare(session.Connection, _vault);
            SetBackGuard.Run(session.Connection, _database.Dialect, _options, _logger);
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    // What of the stream is on disk is unknown now, so it ends here and the next batch begins another.
    private void Disconnect()
    {
        _streams.End();
        try
        {
            _session?.Dispose();
        }
        catch (Exception exception)
        {
            // It is given up either way.
            _logger.CloseFailed(exception);
        }

        _session = null;
    }

    private void Unavailable(Batch batch, Exception exception)
    {
        if (!_isDown)
            _logger.StoreIsGone(exception);
        _isDown = true;
        var answer = exception as StorageRefusedException is { } refused
            ? new JournalUnavailableException(refused.Message, refused)
            : new JournalUnavailableException("The store does not answer. What was under way may or may not be stored.", exception);
        _intake.TakeAll(batch);
        batch.Fail(answer);
    }
}
