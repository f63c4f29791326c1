#!/bin/sh
# Đọc số liệu bằng curl (từ bản 7.76): đăng nhập, xem các cơ quan, lấy một dãy số liệu thành tệp CSV, hỏi lại bằng ETag.
# Dùng: MAY_CHU=https://… MA=<mã truy cập của hệ thống tỉnh> CO_QUAN=<mã cơ quan> sh curl.sh
set -eu
api="$MAY_CHU/api/v1"
tep=${TEP:-so-lieu.csv}

# 1. Đăng nhập. Mã truy cập đi qua đầu vào chuẩn, không hiện trong danh sách tiến trình của máy.
phien=$(printf '{"code":"%s"}' "$MA" |
  curl -sS -H 'Content-Type: application/json' -d @- "$api/sessions" |
  sed -n 's/.*"token":"\([^"]*\)".*/\1/p')
if [ -z "$phien" ]; then
  echo "Chưa đăng nhập được: xem lại MAY_CHU và MA." >&2
  exit 1
fi

# Mỗi lần gọi sau đó kèm mã phiên; bị từ chối thì in câu giải thích của máy chủ rồi dừng.
goi() {
  printf 'header = "Authorization: Bearer %s"\n' "$phien" | curl -sS --compressed --fail-with-body -K - "$@"
}

# 2. Các cơ quan mà mã này được đọc; lấy mã cơ quan ở trường "agency".
goi "$api/agencies"
echo

# 3. Một dãy số liệu thành tệp CSV mở được ngay trong Excel; ETag của câu trả lời giữ trong tệp bên cạnh.
dia_chi="$api/series?agency=$CO_QUAN&indicators=dossiers_resolved,KSTT-06a.received_total&from=2025-M02&to=2025-M04&format=csv&headers=vi"
goi --etag-save "$tep.etag" -o "$tep" "$dia_chi"
echo "Đã ghi $tep"

# 4. Lần sau hỏi kèm ETag ấy: 304 nghĩa là không có gì đổi, dùng lại tệp đang có; 200 thì tệp mới thay tệp cũ.
goi --etag-compare "$tep.etag" --etag-save "$tep.etag" -o "$tep.moi" -w '%{http_code}\n' "$dia_chi"
if [ -s "$tep.moi" ]; then mv "$tep.moi" "$tep"; else rm -f "$tep.moi"; fi

# 5. Xong việc thì đăng xuất, mã phiên hết hiệu lực ngay.
goi -X DELETE "$api/sessions/current"
