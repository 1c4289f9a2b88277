import { QRCode } from 'antd';
import './qr.css';

interface QrPictureProps {
  readonly value: string;
  /** What a camera finds in it, for who cannot see it. */
  readonly label: string;
  /** Words under it: what to do with the camera. */
  readonly note?: string;
}

/** A text as a square for cameras; dark on white in both themes, because many cameras read nothing else. */
export function QrPicture({ value, label, note }: QrPictureProps) {
  return (
    <figure className="k-qr" aria-label={label}>
      <div aria-hidden="true">
        <QRCode
          value={value}
          type="svg"
          size={176}
          bordered={false}
          color="#000000"
          bgColor="#ffffff"
          errorLevel="M"
          marginSize={2}
        />
      </div>
      {note && <figcaption className="k-s12 k-t3">{note}</figcaption>}
    </figure>
  );
}
