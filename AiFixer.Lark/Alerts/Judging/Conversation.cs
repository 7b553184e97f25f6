using System.Text.RegularExpressions;

namespace AiFixer.Lark.Alerts;

/// <summary>Tells talk about alerts from alerts: questions, what is past, what is being planned, what is done about it.</summary>
internal static partial class Conversation
{
    public static bool IsIn(string text) => Asks(text) || Talk().IsMatch(text);

    public static bool Asks(string text) => Question().IsMatch(text);

    [GeneratedRegex(@"[?？](?=\s|$|[\p{P}\p{So}\p{Cs}])|[吗呢吧么][。!！~～]?\s*$|怎么|为什么|为啥|是什么|什么意思|什么时候|是不是|有没有|能不能|可不可以|要不要|谁在|谁来|谁的|哪里|在哪|哪个|几点", RegexOptions.Multiline)]
    private static partial Regex Question();

    [GeneratedRegex(
        @"复盘|演练|会议|开会|例会|周报|日报|月报|巡检报告|回顾|培训|定级|流程|文档|请忽略|忽略|不用管|误报|测试一下|测试告警|只是测试|已修复|修好|修复了|解决了|已解决|已处理|处理完|处理好|已经好了|搞定|辛苦|谢谢|感谢|昨天的|昨晚的|上周的|上次的|上个月|那个告警|那次|这类|这种告警|的告警规则|调整.{0,6}阈值|阈值.{0,6}调|\b(post-?mortem|reviews?|retro(spective)?|drill|rehearsal|meeting|runbook for|thanks|thank you|thx|fixed|solved|mitigated|false alarm|yesterday'?s?|last (week|night|month|time)|please ignore|ignore (this|it)|test alert|just testing|only a test|we should|let'?s|i think|does anyone|anybody)\b",
        RegexOptions.IgnoreCase)]
    private static partial Regex Talk();
}
