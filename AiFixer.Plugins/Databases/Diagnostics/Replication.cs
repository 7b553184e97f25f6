using Npgsql;

namespace AiFixer.Plugins.Databases;

/// <summary>Reads how replication is doing, from whichever side was asked.</summary>
internal static class Replication
{
    private const string Standbys =
        """
        SELECT r.application_name, r.client_addr::text AS client, r.state, r.sync_state,
               pg_wal_lsn_diff(p.now, r.sent_lsn)::bigint AS sent, pg_wal_lsn_diff(p.now, r.flush_lsn)::bigint AS flushed,
               pg_wal_lsn_diff(p.now, r.replay_lsn)::bigint AS replayed,
               extract(epoch FROM r.flush_lag)::float8 AS flush_seconds, extract(epoch FROM r.replay_lag)::float8 AS replay_seconds,
               extract(epoch FROM clock_timestamp() - r.reply_time)::float8 AS silent
        FROM pg_stat_replication r
        CROSS JOIN (SELECT CASE WHEN pg_is_in_recovery() THEN pg_last_wal_receive_lsn() ELSE pg_current_wal_lsn() END AS now) p
        ORDER BY replayed DESC NULLS LAST LIMIT 50
        """;

    private const string Slots =
        """
        SELECT slot_name::text AS name, slot_type, active, coalesce(wal_status, '') AS wal_status,
               pg_wal_lsn_diff(CASE WHEN pg_is_in_recovery() THEN pg_last_wal_receive_lsn() ELSE pg_current_wal_lsn() END, restart_lsn)::bigint AS kept
        FROM pg_replication_slots ORDER BY kept DESC NULLS LAST LIMIT 50
        """;

    /// <summary>When everything received is replayed, the age of the last transaction says nothing about being behind.</summary>
    private const string Standby =
        """
        SELECT pg_wal_lsn_diff(pg_last_wal_receive_lsn(), pg_last_wal_replay_lsn())::bigint AS bytes,
               CASE WHEN pg_last_wal_receive_lsn() = pg_last_wal_replay_lsn() THEN 0
                    ELSE extract(epoch FROM clock_timestamp() - pg_last_xact_replay_timestamp()) END::float8 AS seconds,
               extract(epoch FROM clock_timestamp() - pg_last_xact_replay_timestamp())::float8 AS last_transaction,
               pg_is_wal_replay_paused() AS paused, (SELECT status FROM pg_stat_wal_receiver) AS receiver,
               (SELECT extract(epoch FROM clock_timestamp() - last_msg_receipt_time)::float8 FROM pg_stat_wal_receiver) AS silent
        """;

    public static async Task<ReplicationData> ReadAsync(PgReader reader)
    {
        var standby = await reader.TextAsync("SELECT pg_is_in_recovery()::text") == "true";
        var standbys = await reader.RowsAsync(Standbys, StandbyOf);
        var slots = await reader.RowsAsync(Slots, SlotOf);
        var itself = standby ? await reader.RowAsync(Standby, ItselfOf) : null;
        return new(standby ? "standby" : "primary", itself, standbys, slots);
    }

    private static StandbyData StandbyOf(NpgsqlDataReader row) => new(
        OutsideText.Line(row.Text("application_name"), 130), row.Text("client"), row.Text("state") ?? "", row.Text("sync_state") ?? "",
        row.Maybe<long>("sent"), row.Maybe<long>("flushed"), row.Maybe<long>("replayed"), row.Seconds("flush_seconds"),
        row.Seconds("replay_seconds"), row.Seconds("silent"));

    private static SlotData SlotOf(NpgsqlDataReader row) => new(
        row.Value<string>("name"), row.Text("slot_type") ?? "", row.Value<bool>("active"), row.Value<string>("wal_status"), row.Maybe<long>("kept"));

    private static StandbyItselfData ItselfOf(NpgsqlDataReader row) => new(
        row.Maybe<long>("bytes"), row.Seconds("seconds"), row.Seconds("last_transaction"), row.Value<bool>("paused"), row.Text("receiver"),
        row.Seconds("silent"));
}
