using System.Text.RegularExpressions;

namespace AiFixer.Core.Analysis.Arbitration;

/// <summary>Words that point to a team.</summary>
internal sealed partial record TeamClue(string Team, Regex Words)
{
    public static readonly TeamClue[] All =
    [
        new(Analysis.Arbitration.Team.Frontend, FrontendWords()),
        new(Analysis.Arbitration.Team.Backend, BackendWords()),
        new(Analysis.Arbitration.Team.Infrastructure, InfrastructureWords()),
        new(Analysis.Arbitration.Team.Database, DatabaseWords()),
    ];

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    [GeneratedRegex(@"\bfront-?end|\bweb[-_ ]?ui\b|\bbrowser|\bjavascript\b|\btypescript\b|\breact\b|\bvue\b|\bcss\b|\bbundle\b|\bcdn\b|前端|浏览器|页面", Options)]
    private static partial Regex FrontendWords();

    [GeneratedRegex(
        @"\bheap\b|\bmemory leak|\bthread|\bnull ?pointer|\bstack ?trace|\bpanic|\bexception|\bendpoint|\bhandler\b|\bretr(y|ies)\b|\bfeature flag|后端|服务端|接口|内存泄漏",
        Options)]
    private static partial Regex BackendWords();

    [GeneratedRegex(
        @"\bnodes?\b|\bkubelet|\bdns\b|\bcertificate|\btls\b|\bingress\b|\bnetwork|\bdisk\b|\bimage pull|\bimagepull|\bresource ?quota|\bpersistent ?volume|\bpvc\b|\bload balancer|\bscheduler\b|\bunschedulable|集群|节点|网络|证书|磁盘|域名",
        Options)]
    private static partial Regex InfrastructureWords();

    [GeneratedRegex(
        @"\bdatabase|\bdb\b|\bpostgres|\bmysql|\bmariadb|\bmongo|\baurora\b|\brds\b|\bsql\b|\bquer(y|ies)\b|\bindex(es)?\b|\bdeadlock|\breplica(tion)? lag|\bvacuum|\btransaction id|\bconnection pool|\bslow quer|\btable\b|数据库|慢查询|索引|死锁|主从|事务",
        Options)]
    private static partial Regex DatabaseWords();
}
