namespace AiFixer.EndToEnd.Telemetry;

/// <summary>Secrets as they turn up where they should not, each in a form of its own, and the words to look for afterwards.</summary>
internal static class Planted
{
    public const string LabelNamedSecret = "zq1Labelsecret01";
    public const string LabelAddress = "zq2Addresssecret02";
    public const string Bearer = "zq3bearersecret0303030303";
    public const string AwsKey = "AKIAZQ4SECRET0404040";
    public const string AwsSecret = "zq5awssecret/05+05050505";
    public const string Jwt = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ6cTYifQ.zq6jwtsecret06";
    public const string PrivateKey = "MIIEzq7privatekeysecret07";
    public const string Link = "zq8linksecret08";
    public const string Header = "zq9headersecret0909090909";
    public const string Query = "zq10querysecret10";
    public const string ModelKey = "zq11modelkeysecret11";
    public const string Dsn = "zq12dsnsecret12";
    public const string CollectorHeader = "zq13collectorsecret13";
    public const string PodLog = "zq14podlogsecret14";
    public const string ModelCause = "ghp_zq15modelcausesecret1515151515";
    public const string ModelClaim = "zq16modelclaimsecret16";
    public const string ToolArgument = "zq17toolargumentsecret17";
    public const string Reason = "zq18reasonsecret18";
    public const string Exception = "zq19exceptionsecret19";
    public const string Change = "glpat-zq20changesecret2020";
    public const string ConfiguredEcho = "zq21plainlookingconfiguredword";

    public static IReadOnlyList<string> All { get; } =
    [
        LabelNamedSecret, LabelAddress, Bearer, AwsKey, AwsSecret, Jwt, PrivateKey, Link, Header, Query, ModelKey, Dsn, CollectorHeader, PodLog, ModelCause,
        ModelClaim, ToolArgument, Reason, Exception, Change, ConfiguredEcho,
    ];

    /// <summary>Which of them are in a text, also where it is cut or escaped.</summary>
    public static IEnumerable<string> In(string text) => All.Where(secret => text.Contains(secret, StringComparison.Ordinal) || text.Contains(secret[..14], StringComparison.Ordinal));
}
