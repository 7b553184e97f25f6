using System.Text.RegularExpressions;

namespace AiFixer.Core.Analysis.Topics;

/// <summary>What a number is about, by its name and the way it went.</summary>
internal static class TopicMetrics
{
    private static readonly (Topic Topic, bool? Up, Regex Names)[] Table =
    [
        Row(Topic.Slow, true, "latency|duration|response_time|p9[0-9]|elapsed"),
        Row(Topic.Errors, true, "error|fail|5xx|exception|rejected|unsuccessful"),
        Row(Topic.Errors, false, "success|availability|completed|result_count|conversion|enriched|processed|apdex"),
        Row(Topic.Timeout, true, "timeout|deadline|cancel"),
        Row(Topic.Crash, true, "panic|crash|restart|unhandled"),
        Row(Topic.Missing, true, "not_?found|missing|lookup_fail|404|(_|^)empty(_|$)|no_(result|match)|zero_result"),
        Row(Topic.NoTable, true, "missing_table|undefined_(table|column)"),
        Row(Topic.BadData, true, "validation|invalid|parse|malformed|dead_?letter|dlq|poison|decode|schema"),
        Row(Topic.Mismatch, true, "schema|mapping|unmarshal|deserial|decode"),
        Row(Topic.DatabaseLoad, true, "quer(y|ies)|rows|db_|sql|seq_scan|buffer|db_load|top_sql"),
        Row(Topic.FanOut, true, "quer(y|ies)_(count|per)|calls_per|per_request|fan_?out"),
        Row(Topic.Throttled, true, "throttle(?!d_seconds)|rate_?limit|429|quota|consumed|capacity"),
        Row(Topic.Pool, true, "pool|in_use|acquire|wait_(count|time|duration)|checkout|active_connections|busy|threads_active"),
        Row(Topic.Connections, true, "connections|sessions|clients"),
        Row(Topic.Unresolved, true, "dns|resolve|nxdomain|servfail|coredns"),
        Row(Topic.Certificate, true, "tls|ssl|handshake|cert.*(error|fail)"),
        Row(Topic.Certificate, false, "cert.*(expir|days|valid|remaining|not_?after|hours|seconds)|days_until_expir|not_after"),
        Row(Topic.Denied, true, "auth|denied|forbidden|unauthor|401|403|permission"),
        Row(Topic.Disk, true, "disk|volume_used|filesystem|storage_used|inode"),
        Row(Topic.Disk, false, "free_?storage|disk_free|free_space|available_bytes"),
        Row(Topic.Memory, true, "memory|heap|rss|working_set|oom|gc_"),
        Row(Topic.Memory, false, "freeable_?memory|memory_free|memavailable"),
        Row(Topic.Cpu, true, "cpu|load_?avg|throttled_seconds|cfs|event_loop"),
        Row(Topic.LogVolume, true, "log_(write|lines|bytes|volume|throughput|rate)|lines_per"),
        Row(Topic.Backlog, true, "queue|(?<!loop_)lag|rebalance|backlog|oldest|waiting|unprocessed|pending|depth|unacked|offset|buffer_used|inflight|in_flight"),
        Row(Topic.Locks, true, "lock|deadlock|blocked|contention"),
        Row(Topic.CacheMiss, false, "hit_(rate|ratio)|cache_hit"),
        Row(Topic.CacheMiss, true, "cache_miss|miss_(rate|ratio)|evict"),
        Row(Topic.Retries, true, "retr(y|ies)|attempt"),
        Row(Topic.Handles, true, "fds|file_desc|open_files|time_wait|new_connections|ephemeral|goroutine|threads?(_count|s)?$|sockets|handles"),
        Row(Topic.Overload, true, "queue_depth|shed|rejected|saturation|utili[sz]ation|pending_pods"),
        Row(Topic.Surge, true, "requests?_(per|rate|total)|rps|qps|http_requests|traffic|throughput_rps|req_rate|incoming|(bookings|orders|logins|checkouts|searches|sign_?ins|sessions)_per_(second|minute)"),
        Row(Topic.Machine, true, "^node_|pressure|evict|steal"),
        Row(Topic.Network, true, "packet|retransmi|drop(ped|s)|network_(error|loss|latency)|rtt|conntrack|tcp_"),
        Row(Topic.Network, false, "network_.*throughput|bandwidth"),
        Row(Topic.Provider, true, "external|provider|third_?party|upstream|stripe|twilio|sendgrid|partner|vendor"),
        Row(Topic.Duplicates, true, "duplicate|dup_|redeliver|receive_count|twice|sold_twice|double_|again"),
        Row(Topic.WrongResult, null, "discrepan|mismatch|drift|reconcil|incorrect|wrong|twice|double"),
        Row(Topic.WrongResult, false, "orders|bookings?|bookable|sign_?ups?|registrations|payments|checkouts|revenue|conversion|sales|deliver|sent|available_|published"),
        Row(Topic.WrongResult, true, "held|review|refund|cancelled_orders|complain|without"),
        Row(Topic.Backlog, false, "consumed|processed|handled_per|dequeued"),
        Row(Topic.Replicas, false, "replicas|ready|available_pods|healthy_(hosts|targets)|up$"),
        Row(Topic.Refused, true, "conn\\w*_?refused|refused_conn|reset|unreachable|503|502|connection_error"),
        Row(Topic.Denied, true, "refus|(_|^)(barred|banned|locked_?out)"),
        Row(Topic.WrongResult, true, "(?<!conn\\w{0,12}_?)refus(ed|als?)(?!_conn)|suspen|abandon|disput|mismatched|unexpected|(_|^)(barred|banned|expired)"),
    ];

    public static IEnumerable<Topic> Of(string name, bool up) =>
        Table.Where(row => (row.Up is null || row.Up == up) && row.Names.IsMatch(name)).Select(row => row.Topic).Distinct();

    private static (Topic, bool?, Regex) Row(Topic topic, bool? up, string names) =>
        (topic, up, new Regex(names, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Compiled, TimeSpan.FromSeconds(1)));
}
