using System.Text;

namespace AiFixer.Core.Analysis.Logs;

/// <summary>Masks what in one word differs from time to time, part by part: a path, the name of a pod, a time.</summary>
internal static class WordMask
{
    private const string Merging = "-.:/+";

    public static void Append(ReadOnlySpan<char> word, StringBuilder masked)
    {
        if (!Varying.MayVary(word))
        {
            masked.Append(word);
            return;
        }

        if (Varying.IsAddress(word))
        {
            var bare = word.TrimEnd(":.");
            masked.Append(bare.Contains(':') ? "<ip>:<n>" : "<ip>").Append(word[bare.Length..]);
            return;
        }

        if (Varying.IsUuid(word))
        {
            masked.Append("<id>");
            return;
        }

        Parts(word, masked);
    }

    private static void Parts(ReadOnlySpan<char> word, StringBuilder masked)
    {
        var (last, lastAt, from) = (PartKind.Text, masked.Length, 0);
        while (from <= word.Length)
        {
            var until = from;
            while (until < word.Length && !IsJoint(word[until]))
                until++;
            var joint = from > 0 ? word[from - 1] : '\0';
            var part = word[from..until];
            var kind = Varying.KindOf(part, last);
            var isSign = joint is '-' or '+' && from == 1 && kind == PartKind.Number;
            if (kind != PartKind.Text && last != PartKind.Text && Merging.Contains(joint))
            {
                // A version, a date, the random ends of a name are one thing.
                masked.Length = lastAt;
                kind = kind == PartKind.Id ? kind : last;
            }
            else if (joint != '\0' && !isSign)
            {
                masked.Append(joint);
            }

            lastAt = masked.Length;
            Put(part, kind, masked);
            last = kind;
            from = until + 1;
        }
    }

    private static void Put(ReadOnlySpan<char> part, PartKind kind, StringBuilder masked)
    {
        switch (kind)
        {
            case PartKind.Number:
                masked.Append("<n>");
                break;
            case PartKind.Id:
                masked.Append("<id>");
                break;
            default:
                Digits(part, masked);
                break;
        }
    }

    private static void Digits(ReadOnlySpan<char> part, StringBuilder masked)
    {
        for (var i = 0; i < part.Length;)
        {
            if (!char.IsDigit(part[i]))
            {
                masked.Append(part[i++]);
                continue;
            }

            masked.Append("<n>");
            while (i < part.Length && char.IsDigit(part[i]))
                i++;
        }
    }

    private static bool IsJoint(char letter) => letter is '-' or '_' or '.' or '/' or ':' or '@' or '#' or '+' or '?' or '&' or '~' or '*' or '\\' or '：';
}
