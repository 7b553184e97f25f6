using System.Text.RegularExpressions;

namespace AiFixer.Lark.Alerts;

/// <summary>Takes marks, severities and the word "alert" off the beginning of a line.</summary>
internal static partial class HeadlineReader
{
    public static Headline Read(string line)
    {
        var (headline, at, kept) = (Headline.None, 0, "");
        while (at < line.Length)
        {
            if (Blank().Match(line, at) is { Success: true } blank)
                at += blank.Length;
            else if (Bracket().Match(line, at) is { Success: true } bracket)
            {
                if (!TryMark(bracket.Groups["words"].Value, ref headline))
                    kept += bracket.Value + " ";
                at += bracket.Length;
            }
            else if (Leading().Match(line, at) is { Success: true } leading)
            {
                TryMark(leading.Groups["words"].Value, ref headline);
                at += leading.Length;
            }
            else
                break;
        }

        var rest = line[at..].Trim();
        return headline with { Rest = rest.Length > 0 ? $"{kept}{rest}".Trim() : kept.Trim() };
    }

    private static bool TryMark(string words, ref Headline headline)
    {
        if (Mark().Match(words.Trim()) is not { Success: true } mark)
            return false;
        headline = headline with
        {
            Severity = mark.Groups["severity"] is { Success: true } severity ? severity.Value : headline.Severity,
            SaysAlert = headline.SaysAlert || mark.Groups["alert"].Success || mark.Groups["machine"].Success,
            SaysOver = headline.SaysOver || mark.Groups["over"].Success,
            IsMachine = headline.IsMachine || mark.Groups["machine"].Success,
        };
        return true;
    }

    // Emoji are two halves each, which the category of the whole does not match.
    [GeneratedRegex(@"\G[\s\p{So}\p{Cs}\uFE0F:：,，|、!！—>•·#-]+")]
    private static partial Regex Blank();

    [GeneratedRegex(@"\G[\[【「(（](?<words>[^\[\]【】「」()（）\n]{1,40})[\]】」)）]")]
    private static partial Regex Bracket();

    [GeneratedRegex(
        @"\G(?<words>alerts?[ ]firing|firing|alerts?[ ]resolved|resolved|recovered|P[0-4]\s?级?\s?(?:故障|事故|告警|报警|incident|outage|alert)|P[0-4]|(?:[\w.-]{1,20}\s?)?(?:线上|生产|监控|集群|系统|业务|平台|主机|容器|数据库|应用|紧急|严重){0,3}(?:告警|报警|预警)(?:信息|通知|消息|详情|事件)?|(?:[\w.-]{1,20}\s?)?(?:告警)?恢复(?:信息|通知)|(?:紧急|严重)?(?:故障|事故)(?:通知|通报)?(?=\s{0,3}[:：])|incident(?=\s{0,3}[:：])|alert(?=\s{0,3}[:：])|critical(?=\s{0,3}[:：])|warning(?=\s{0,3}[:：]))(?=$|[\s:：,，!！|\[【(（—-])",
        RegexOptions.IgnoreCase)]
    private static partial Regex Leading();

    [GeneratedRegex(
        @"^(?:(?<machine>FIRING\s?:\s?\d+)|(?<over>RESOLVED\s?(:\s?\d+)?|OK|.{0,20}恢复(信息|通知)?|recovered|alerts? resolved)|(?<severity>P[0-4])\s?级?\s?(?<alert>故障|事故|告警|报警|incident|outage|alert)?|(?<severity>紧急|严重|重要|警告|提示|致命|critical|warning|info|fatal|emergency)\s?(?<alert>告警|报警|故障|alert)?|(?<alert>(alerts? )?firing|alert|alerting|.{0,20}(告警|报警|预警)(信息|通知|消息|详情|事件)?|.{0,6}(故障|事故)(通知|通报)?|incident))$",
        RegexOptions.IgnoreCase)]
    private static partial Regex Mark();
}
