using System.Text.RegularExpressions;

namespace AiFixer.Core.Analysis.Topics;

/// <summary>What log lines, errors and alerts are about, by words that many programs share.</summary>
internal static class TopicWords
{
    private static readonly (Topic Topic, Regex Words)[] Table =
    [
        Row(Topic.Timeout, @"poll timeout|visibility timeout|receipt handle|lease (expired|lost)|deadline ?exceeded|timed? ?out|timeout|context cancell?ed|cancell?ed by client|ETIMEDOUT|超时"),
        Row(Topic.Slow, @"slow (request|query|response)|latency|took \d+ ?ms|response time|too slow|soft .*budget|exceeded \d+ ?ms|延迟|变慢"),
        Row(Topic.Crash, @"panic|nil pointer|null ?pointer|NullReference|NoneType|undefined is not|cannot read propert|index (-?\d+ )?out of (range|bounds)|IndexOutOf|KeyError|AttributeError|TypeError|segfault|segmentation|SIGSEGV|stack ?overflow|unhandled|uncaught|assertion failed|ClassCast|ArrayIndex|divide by zero|ZeroDivision|空指针|崩溃"),
        Row(Topic.Missing, @"found (nothing|no)\b|find(s)? nothing|nothing (is |was )?found|no (results|matches|rows) (for|found)|not (found|registered|initiali[sz]ed|configured|defined|loaded)|no (such|handler|route|provider|bean)\b|missing|unregistered|unknown (agent|key|handler|service|command|topic|queue|bucket)|does not exist|undefined|\b404\b|找不到|不存在|缺少"),
        Row(Topic.Mismatch, @"expected [\w"" ]{1,30},? (but )?(got|received|found|was)\b|could not be converted|cannot convert|invalid_type|no mapping|unknown (field|column|property|enum|type|argument)|unrecogni[sz]ed|invalid (field|column|enum|key)|unexpected (field|token|type|value|key)|mismatch|(does not|do not|doesn't|don't) match|incompatible|undefined (field|column|method)|no field|cannot (unmarshal|deserialize)|schema|version conflict|not assignable|has no (attribute|member|field)"),
        Row(Topic.NoTable, @"(relation|table|column|view|index|collection) ""?[\w.]+""? (does not|doesn't) exist|no such (table|column)|unknown column|undefined(table|column)|invalid object name"),
        Row(Topic.BadData, @"out of range|\b422\b|unprocessable|(answered|status|http)[ =:]+400\b|far from (now|the present)|implausible|in the (far )?future|too old\b(?! resource)|malformed|invalid (record|payload|json|date|value|coordinate|utf|number|format|input|message|data)|validation (error|failed)|poison|corrupt|(row|record|line|file|field|column|message)s? .{0,40}(reject|refus|empty|missing|not a |unreadable)|(reject|refus)\w* .{0,20}(row|record|line|file|message)|(is|are|has|with) (empty|no) (price|value|field|date|name)|parse (error|exception)|unparse?able|unmarshal|deseriali[sz]|decode (error|failed)|bad record|checksum|redeliver|数据(错误|异常)|格式错误"),
        Row(Topic.TooLarge, @"\b413\b|(entity|payload|body|message|request|header|file|upload|record|frame)s? (is |was )?too (large|big|long)|too (large|big|long) (body|payload|message|request|header)|exceeds? (the )?(maximum|max|allowed) .{0,20}(size|length)|max_?(message|allowed)_?(size|packet|bytes)|MessageSizeTooLarge|RecordTooLarge|请求体过大|超出大小"),
        Row(Topic.DatabaseLoad, @"slow query|full (table )?scan|seq(uential)? scan|rows[_. ]examined|db\.calls|queries per request|n\+1|db\.statement|sort spill|temp(orary)? file"),
        Row(Topic.Throttled, @"throttl|too many requests|\b429\b|rate.?limit|quota|capacity exceeded|ThroughputExceeded|LimitExceeded|SlowDown|限流|配额"),
        Row(Topic.Pool, @"pool (exhaust|timeout|is full|saturat|empty)|exhausted.{0,40}(pool|connection)|(acquir|obtain|checkout|wait|get).{0,30}(connection|from pool|a connection)|no (free|available|idle) (connection|worker|thread)|connection limit|thread ?pool|worker pool|max.?conn|连接池"),
        Row(Topic.Connections, @"too many (clients|connections)|remaining connection slots|max_connections|sorry, too many"),
        Row(Topic.Refused, @"connection (refused|reset|closed|aborted)|(prematurely|unexpectedly) closed|server closed the connection|socket hang ?up|ECONNREFUSED|ECONNRESET|connect: |unreachable|broken pipe|no healthy (upstream|host)|upstream connect|\b50[23]\b|service unavailable|连接被拒绝"),
        Row(Topic.Unresolved, @"no such host|ENOTFOUND|EAI_AGAIN|NXDOMAIN|SERVFAIL|getaddrinfo|name resolution|could not resolve|resolve host|\bdns\b|lookup .* on .*:53|server misbehaving|UnknownHost|域名"),
        Row(Topic.Certificate, @"certificate|x509|\btls\b|\bssl\b|handshake|CERT_|PKIX|notAfter|证书"),
        Row(Topic.Denied, @"permission denied|access ?denied|unauthori[sz]ed|forbidden|\b40[13]\b|invalid (token|credential|signature|api.?key|grant|audience|issuer|scope)|not authori[sz]ed|authentication fail|jwt|expired token|token expired|password auth|AccessDenied|InsufficientPermission|权限|未授权"),
        Row(Topic.Disk, @"no space left|disk (full|usage|pressure)|read-only file ?system|ENOSPC|out of (disk|storage)|insufficient storage|inode|磁盘"),
        Row(Topic.Memory, @"out of memory|\boom\b|OOMKilled|heap (space|limit|out)|memory (limit|pressure|exhaust|usage)|cannot allocate|GC overhead|gc pause|MemoryPressure|allocation failed|working set|内存"),
        Row(Topic.Cpu, @"cpu (throttl|contend|starv|satur|usage|pressure)|CPUThrottling|runqueue|event loop (lag|block|delay)|high cpu|backtrack"),
        Row(Topic.LogVolume, @"log (volume|flood|throughput|rate)|debug log"),
        Row(Topic.Backlog, @"backlog|lag(ging)?\b|oldest.?message|queue (depth|length|full|grow|is full)|consumer (group|lag)|rebalanc|not part of an active group|CommitFailed|behind|积压"),
        Row(Topic.Locks, @"deadlock|lock (wait|timeout|contention|not available)|could not (obtain|serialize)|serialization failure|mutex|blocked (by|for|on)|AccessExclusive|idle in transaction|死锁|锁等待"),
        Row(Topic.CacheMiss, @"cache (miss|hit|evict|stampede|cold|bypass|disabled)|thundering herd|缓存"),
        Row(Topic.Retries, @"retry(ing)? (storm|amplif|exhaust|\d)|retries exhausted|attempt \d+|max retries|重试"),
        Row(Topic.Handles, @"too many open files|EMFILE|file descriptor|goroutine|thread (leak|count)|leak|socket exhaust|cannot assign requested address|EADDRNOTAVAIL|ephemeral port|time_wait"),
        Row(Topic.Surge, @"request volume|traffic (spike|surge|increase)|elevated request|flash sale|viral|流量"),
        Row(Topic.Overload, @"overload|shedding|saturat|request queued|queue_depth|concurrency limit|backpressure|scale.?up|desired replicas|too busy|rejected.*(capacity|overload)|过载"),
        Row(Topic.Provider, @"(third[- ]party|external|partner|provider|vendor|upstream (provider|api)|payment gateway|issuer|carrier)|status page|degraded performance|major outage|incident on"),
        Row(Topic.Machine, @"node (not ?ready|lost|drain|pressure|terminat|preempt|reboot|fail)|NodeNotReady|spot (instance|interrupt|reclaim)|preempt|evict|kernel|hardware|hypervisor|maintenance event|co-tenant|noisy neighbo|availability zone|\baz\b|\bzone ([a-z]|[a-z]+-[a-z0-9-]+|[a-z-]*\d[a-z]?)\b|power (event|loss|failure)|data ?cent|data hall|instances? .{0,30}(unreachable|down|lost)|drained|instance (retire|stop|terminat)|UnderPressure|host (fail|error)|volume (detach|attach|fail)|I/O error|节点"),
        Row(Topic.Network, @"packet loss|network (unreachable|partition|policy|latency)|no route to host|connection timed out|\bmtu\b|link (down|flap)|bgp|nat gateway|conntrack|retransmi|i/o timeout|丢包|网络"),
        Row(Topic.Duplicates, @"duplicate|twice|more than once|computed again|sent again|has (been )?[a-z]+ already|already (invoiced|paid|booked|sent|shipped|refunded|submitted|applied)|(has|have|found) [2-9] (tickets|rows|copies|entries|records|orders|bookings|charges)|oversold|already (exists|processed|charged)|unique (constraint|violation)|double.?(charge|process|send)|重复"),
        Row(Topic.WrongResult, @"wrong (amount|total|result|price|value)|discrepan|reconcil|contradict|out of order|out-of-order|went back(wards)? (from|to)|status regress|regressed (from|to)|overt(ook|aken)|乱序|inconsisten|negative (amount|balance|stock|price)|overflow|-[12]\d{9}\b|missing \d{2,}|not in the (export|ledger|index|feed)|off by|rounding|mispriced|stale (data|read|price)|金额"),
        Row(Topic.Replicas, @"replicas (unavailable|0)|insufficient (replicas|capacity)|no (ready )?(endpoints|pods|hosts)|readiness probe failed|scaled (down|to)"),
        Row(Topic.Startup, @"(fail|unable|cannot|could not).{0,30}(start|boot|bind|listen|migrat|initiali)|address already in use|startup (fail|probe)|CrashLoop"),
        Row(Topic.Errors, @"\b5\d\d\b|internal (server )?error|request failed|exception|failed|failure|error"),
    ];

    public static IEnumerable<Topic> In(string text) => Table.Where(row => row.Words.IsMatch(text)).Select(row => row.Topic);

    private static (Topic, Regex) Row(Topic topic, string words) =>
        (topic, new Regex(words, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Compiled, TimeSpan.FromSeconds(1)));
}
