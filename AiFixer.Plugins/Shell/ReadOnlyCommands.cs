namespace AiFixer.Plugins.Shell;

/// <summary>
/// Commands that only tell. Processes are shown without their arguments, which may hold secrets; nothing here follows, listens,
/// or reads a file that another word could name.
/// </summary>
internal static class ReadOnlyCommands
{
    public const string Text =
        """
        df -h
        df -h {path}
        df -i
        df -hT
        free -m
        free -h
        uptime
        uname -a
        hostname
        date -u
        nproc
        lscpu
        lsblk
        vmstat
        vmstat {number:1-10} {number:1-10}
        iostat -x {number:1-10} {number:1-10}
        ps -eo pid,ppid,user,stat,etime,pcpu,pmem,rss,comm [--sort={one:pid|etime}] [--sort=-{one:pcpu|pmem|rss|etime}]
        ss -s
        ss [-t] [-u] [-l] [-n] [-a]
        ss -tln
        ss -tan
        ip -br addr
        ip -s link
        ip route
        dig [+short] [+time={number:1-5}] {host} [{one:A|AAAA|CNAME|MX|NS|PTR|SOA|SRV|TXT}]
        nslookup {host}
        getent {one:hosts|ahosts|ahostsv4|ahostsv6|services} {host}
        ping -c {number:1-10} [-W {number:1-5}] {host}
        traceroute -m {number:1-30} {host}
        cat {path}
        head -n {number:1-2000} {path}
        tail -n {number:1-2000} {path}
        wc -l {path}
        ls -l {path}
        stat {path}
        journalctl --no-pager [-u {unit}] [-n {number:1-2000}] [--since={time}] [--until={time}] [-p {one:emerg|alert|crit|err|warning|notice|info}]
        systemctl status --no-pager {unit}
        systemctl is-active {unit}
        systemctl list-units --failed --no-pager
        """;

    public static IEnumerable<CommandShape> All => Text.Split('\n').Select(line => CommandShape.Parse(line).Shape!);
}
